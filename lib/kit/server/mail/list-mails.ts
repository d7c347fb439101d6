import type { Sql } from '../postgres/sql'
import { checkLimit } from '../store/check-read'
import { mailQueue } from './mail-queue'

/** How a mail stands: it waits for its first try or another one, was refused for good, was sent, or it is too late for it. */
export type MailStatus = 'waiting' | 'refused' | 'sent' | 'late'

/** A mail as its row and its waiting work have it. */
export interface MailRow {
  readonly nth: number
  readonly id: string
  readonly kind: string
  readonly messageId: string
  readonly envelope: Buffer
  readonly keptAt: Date
  readonly goodUntil: Date | null
  readonly status: MailStatus
  readonly outcomeAt: Date | null
  readonly answer: string | null
  /** How often it was tried in vain. */
  readonly attempts: number
  readonly dueAt: Date | null
  readonly error: string | null
}

/** Which mails, newest first. */
export interface MailsWanted {
  readonly id?: string | undefined
  /** The key of an address. */
  readonly addressKey?: Buffer | undefined
  /** Only those that somebody has to look at. */
  readonly isRefused?: boolean | undefined
  readonly before?: number | undefined
  readonly limit: number
}

export const listMails = async (
  sql: Sql,
  { id, addressKey, isRefused = false, before, limit }: MailsWanted,
): Promise<MailRow[]> => {
  checkLimit(limit)
  const { rows } = await sql.query<MailRow>(
    `SELECT m.nth, m.id, m.kind, m.message_id AS "messageId", m.envelope, m.kept_at AS "keptAt",
            m.good_until AS "goodUntil", m.outcome_at AS "outcomeAt", m.answer,
            coalesce(m.outcome, CASE WHEN m.good_until <= now() THEN 'late' WHEN w.parked_at IS NULL THEN 'waiting' ELSE 'refused' END)
              AS status,
            coalesce(w.attempts, 0) AS attempts, w.due_at AS "dueAt", w.error
     FROM mails m LEFT JOIN waiting_work w ON w.queue = $1 AND w.id = m.id
     WHERE ($2::text IS NULL OR m.id = $2) AND ($3::bytea IS NULL OR m.address_key = $3)
       AND (NOT $4 OR m.outcome IS NULL AND w.parked_at IS NOT NULL AND coalesce(m.good_until > now(), true))
       AND ($5::bigint IS NULL OR m.nth < $5)
     ORDER BY m.nth DESC LIMIT $6`,
    [mailQueue, id ?? null, addressKey ?? null, isRefused, before ?? null, limit],
  )
  return rows.map((row) => ({ ...row, nth: Number(row.nth) }))
}
