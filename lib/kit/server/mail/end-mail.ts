import type { Sql } from '../postgres/sql'

interface MailEnd {
  readonly outcome: 'sent' | 'late'
  /** What the server said. */
  readonly answer?: string | undefined
}

/** Notes down what became of a mail, and forgets what it said. */
export const endMail = async (sql: Sql, id: string, { outcome, answer }: MailEnd): Promise<void> => {
  await sql.query({
    name: 'end_mail',
    text: `UPDATE mails SET outcome = $2, outcome_at = now(), answer = $3, content = NULL
           WHERE id = $1 AND outcome IS NULL`,
    values: [id, outcome, answer ?? null],
  })
}
