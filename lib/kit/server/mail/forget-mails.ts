import type { Sql } from '../postgres/sql'
import { mailQueue } from './mail-queue'

/** So long it stays known that a mail was sent, or why it wasn't. */
const keptDays = 30

/** Forgets what mails said that it is too late to send, and up to so many that are long over or never were sent; gives how many of these. */
export const forgetMails = async (sql: Sql, most: number): Promise<number> => {
  await sql.query({
    name: 'end_late_mails',
    text: `WITH late AS (
             UPDATE mails SET outcome = 'late', outcome_at = now(), content = NULL
             WHERE outcome IS NULL AND good_until <= now() RETURNING id
           )
           DELETE FROM waiting_work WHERE queue = $1 AND id IN (SELECT id FROM late)`,
    values: [mailQueue],
  })
  const { rowCount } = await sql.query({
    name: 'forget_mails',
    text: `WITH old AS (
             SELECT id FROM mails WHERE kept_at < now() - make_interval(days => $2) ORDER BY kept_at LIMIT $3
           ), unsent AS (
             DELETE FROM waiting_work WHERE queue = $1 AND id IN (SELECT id FROM old)
           )
           DELETE FROM mails WHERE id IN (SELECT id FROM old)`,
    values: [mailQueue, keptDays, most],
  })
  return rowCount ?? 0
}
