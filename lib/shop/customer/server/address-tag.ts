import { createHmac } from 'node:crypto'
import { deriveKey } from '../../../kit/server/postgres/secret/derive-key'

/** The tag of an address's events: the log can be asked for it by who knows the address and the shop's secret, and by nobody else. */
export type AddressTag = (email: string) => string

/** Makes the tags of a shop with this secret. */
export const createAddressTag = (secret: string): AddressTag => {
  const key = deriveKey(secret, 'tags', 'sign-in address')
  return (email) => `address:${createHmac('sha256', key).update(sameForAll(email)).digest('base64url')}`
}

/** However it is written: without regard to case, as sign-in takes it. */
const sameForAll = (email: string): string => email.trim().normalize('NFC').toLowerCase()
