import type { Sql } from '../postgres/sql'
import { doWrites, type Write } from '../postgres/write'
import { enqueueing } from '../work/enqueue'
import { checkMail, type Mail } from './mail'
import { mailQueue } from './mail-queue'
import type { MailSeal } from './mail-seal'

interface KeepOptions {
  readonly seal: MailSeal
  /** What makes Message-IDs the application's own. */
  readonly domain: string
}

/**
 * Keeps a mail to be sent, with the Message-ID that every try has. What was kept before under its id stays as it is, and
 * isn't sent again.
 * @throws ZodError for what can't be a mail
 */
export const keepMail = (sql: Sql, mail: Mail, options: KeepOptions): Promise<void> =>
  doWrites(sql, [
    inserting(checkMail(mail), options),
    ...enqueueing(mailQueue, [{ id: mail.id, key: mail.id, position: 0, payload: {} }]),
  ])

const inserting =
  (mail: Mail, { seal, domain }: KeepOptions): Write =>
  (value) => {
    const { id, kind, to, subject, text, html, headers, goodUntil } = mail
    return `INSERT INTO mails (id, kind, message_id, address_key, envelope, content, good_until)
      VALUES (${value(id)}, ${value(kind)}, ${value(`<${id}@${domain}>`)}, ${value(seal.addressKey(to))},
              ${value(seal.seal(id, 'envelope', { to, subject }))},
              ${value(seal.seal(id, 'content', { text, html, headers }))}, ${value(goodUntil ?? null)}::timestamptz)
      ON CONFLICT (id) DO NOTHING`
  }
