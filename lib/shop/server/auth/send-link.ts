import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { MailRoom } from '../../../kit/server/mail/mail-room'
import { inTransaction } from '../../../kit/server/postgres/in-transaction'
import type { Sql } from '../../../kit/server/postgres/sql'
import type { LookIntoMail } from '../../wire/mail-link'
import type { ToUrl } from '../mail/account-letters'
import { type Letter, writeLetter } from '../mail/letter'
import { newLinkToken } from './link-token'

export interface LinkMailDependencies {
  readonly pool: Pool
  readonly mail: Pick<MailRoom, 'keep' | 'wake' | 'hasServer'>
  readonly toUrl: ToUrl
  readonly now: () => Date
}

interface LinkMail {
  readonly kind: string
  readonly holdsMs: number
  readonly to: string
  /** Keeps the link, where the address may have one; says whether it did. */
  readonly keepLink: (sql: Sql, token: string, until: Date) => Promise<boolean>
  readonly withLink: (toUrl: ToUrl, token: string) => Letter
  readonly without: (toUrl: ToUrl) => Letter
}

/**
 * Sends a mail with a link, or another one where the address may have none. Who asks is answered the same, after the same work:
 * what an address is known for is for its reader alone.
 */
export const sendLink = async (
  { pool, mail, toUrl, now }: LinkMailDependencies,
  { kind, holdsMs, to, keepLink, withLink, without }: LinkMail,
): Promise<LookIntoMail> => {
  const token = newLinkToken()
  const goodUntil = new Date(now().getTime() + holdsMs)
  await inTransaction(pool, async (sql) => {
    const letter = (await keepLink(sql, token, goodUntil)) ? withLink(toUrl, token) : without(toUrl)
    await mail.keep(sql, { id: randomUUID(), kind, to, goodUntil, ...writeLetter(letter) })
  })
  mail.wake()
  return { type: 'lookIntoMail', isByHand: !mail.hasServer }
}
