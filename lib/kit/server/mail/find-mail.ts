import type { Sql } from '../postgres/sql'

/** A mail as it is kept. */
export interface KeptMail {
  readonly messageId: string
  readonly keptAt: Date
  readonly envelope: Buffer
  /** Null once it is over with it. */
  readonly content: Buffer | null
  readonly outcome: 'sent' | 'late' | null
  /** Is it too late to send it? */
  readonly isLate: boolean
}

export const findMail = async (sql: Sql, id: string): Promise<KeptMail | undefined> => {
  const { rows } = await sql.query<KeptMail>({
    name: 'find_mail',
    text: `SELECT message_id AS "messageId", kept_at AS "keptAt", envelope, content, outcome,
                  coalesce(good_until <= now(), false) AS "isLate"
           FROM mails WHERE id = $1`,
    values: [id],
  })
  return rows[0]
}
