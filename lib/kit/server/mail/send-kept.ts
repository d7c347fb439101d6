import { exhaustive } from '../../kernel/exhaustive'
import type { Sql } from '../postgres/sql'
import { endMail } from './end-mail'
import { findMail } from './find-mail'
import { MailPostponed, MailRefused, MailServerAway } from './mail-failures'
import type { MailSeal } from './mail-seal'
import type { Smtp } from './smtp'

interface SendDependencies {
  readonly sql: Sql
  readonly seal: MailSeal
  readonly smtp: Smtp
}

/**
 * Hands a kept mail to the server, unless it is over with it. Whoever is stopped between that and noting it down hands it over
 * once more, under the same Message-ID.
 * @throws MailRefused, MailPostponed, MailServerAway
 */
export const sendKept = async (
  { sql, seal, smtp }: SendDependencies,
  id: string,
  signal: AbortSignal,
): Promise<void> => {
  const mail = await findMail(sql, id)
  if (!mail || mail.outcome) return
  if (mail.isLate) return endMail(sql, id, { outcome: 'late' })
  const envelope = seal.envelope(id, mail.envelope)
  const content = mail.content && seal.content(id, mail.content)
  if (!envelope || !content) throw new MailRefused('It was sealed under a secret that is no more')
  const { messageId, keptAt } = mail
  const delivery = await smtp.deliver({ ...envelope, ...content, messageId, date: keptAt }, signal)
  switch (delivery.type) {
    case 'taken':
      return endMail(sql, id, { outcome: 'sent', answer: delivery.answer })
    case 'refused':
      throw new MailRefused(delivery.why)
    case 'postponed':
      throw new MailPostponed(delivery.why)
    case 'away':
      throw new MailServerAway(delivery.why)
    default:
      return exhaustive(delivery)
  }
}
