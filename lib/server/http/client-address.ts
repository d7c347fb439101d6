import type { IncomingMessage } from 'node:http'
import { isIPv6 } from 'node:net'

type Asking = Pick<IncomingMessage, 'headers'> & {
  readonly socket: { readonly remoteAddress?: string | undefined }
}

/**
 * Where a request comes from. A proxy adds whom it got it from at the end of `X-Forwarded-For`; what stands before
 * that, and all of it where no proxy is, anybody may have written.
 */
export const clientAddress = ({ headers, socket }: Asking, hasProxy: boolean): string => {
  const own = socket.remoteAddress ?? ''
  if (!hasProxy) return own
  return [headers['x-forwarded-for']].flat().join(',').split(',').at(-1)?.trim() || own
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
