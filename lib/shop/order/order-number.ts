import { sha256 } from '@noble/hashes/sha2.js'

/** Crockford's: without letters that look like a digit or like each other. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** What people call an order by, made from its id alone: `H-7K2M-04QX`. */
export const orderNumberOf = (orderId: string): string => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = sha256(new TextEncoder().encode(orderId))
  const bits = [a, b, c, d, e].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)])
  return `H-${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}
