import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'
import type { TrustedProxies } from './trusted-proxies'

type Asking = Pick<IncomingMessage, 'headers'> & {
  readonly socket: { readonly remoteAddress?: string | undefined }
}

/**
 * Where a request comes from. A trusted proxy adds whom it got it from at the end of `X-Forwarded-For`, and that one may be a
 * trusted proxy too; what stands before the first that isn't, anybody may have written.
 */
export const clientAddress = ({ headers, socket }: Asking, proxies: TrustedProxies): string => {
  const { remoteAddress = '' } = socket
  const forwarded = headers['x-forwarded-for']
  if (forwarded === undefined) return remoteAddress
  const addresses = [forwarded].flat().join(',').split(',')
  const path = [
    ...addresses.map((address) => address.trim()).filter((address) => address !== ''),
    remoteAddress,
  ]
  return path.findLast((address) => !proxies.includes(address)) ?? path[0] ?? ''
}

/** Addresses that one visitor can have all of, as one: an IPv6 network of 64 bits, an IPv4 address in either dress. */
export const visitorOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('%', 1).join('').split('::')
  const before = groupsOf(head)
  const after = tail === undefined ? [] : groupsOf(tail)
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  const network = [...before, ...(tail === undefined ? [] : zeros), ...after].slice(0, 4)
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

/** An IPv4 address at the end takes the place of two groups; it never reaches the first four. */
const groupsOf = (text: string): string[] =>
  text
    .split(':')
    .filter((group) => group !== '')
    .flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]))
