import { BlockList, isIP, isIPv6 } from 'node:net'

/** Whose word on where a request comes from is taken. */
export interface TrustedProxies {
  readonly includes: (address: string) => boolean
}

/** Is it an address or a network, like `10.0.0.0/8`? */
export const isNetwork = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/')
  if (!isIP(address) || rest.length > 0) return false
  if (bits === undefined) return true
  return /^\d{1,3}$/.test(bits) && Number(bits) <= (isIPv6(address) ? 128 : 32)
}

/** Proxies by their addresses and networks; none trusts nobody. */
export const trustedProxies = (networks: readonly string[]): TrustedProxies => {
  if (networks.length === 0) return { includes: () => false }
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return {
    includes: (address) => {
      const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
      return isIP(plain) !== 0 && list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
    },
  }
}
