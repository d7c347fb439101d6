import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '../../../kit/server/postgres/secret/derive-key'

/** Signs whom a link in a mail is of: whoever has it may stop their reminders, without signing in, and do nothing else. */
export const createUnsubscribe = (secret: string) => {
  const key = deriveKey(secret, 'links', 'reminders')
  const macOf = (customerId: string): Buffer => createHmac('sha256', key).update(customerId).digest()
  return {
    tokenOf: (customerId: string): string =>
      `${Buffer.from(customerId).toString('base64url')}.${macOf(customerId).toString('base64url')}`,
    /** Whose a token is; undefined for one that nobody here signed. */
    customerOf: (token: string): string | undefined => {
      const [id = '', mac = '', ...rest] = token.split('.')
      const customerId = Buffer.from(id, 'base64url').toString()
      const given = Buffer.from(mac, 'base64url')
      const own = macOf(customerId)
      const isOwn = rest.length === 0 && given.length === own.length && timingSafeEqual(given, own)
      return isOwn ? customerId : undefined
    },
  }
}

export type Unsubscribe = ReturnType<typeof createUnsubscribe>
