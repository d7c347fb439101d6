import type { ListedMail } from '../../../kit/server/mail/mail-room'
import type { ShownMail } from '../../wire/shown-mail'

/** A mail for the browser of somebody of staff. */
export const showMail = (mail: ListedMail): ShownMail => ({
  id: mail.id,
  nth: mail.nth,
  to: mail.envelope?.to ?? null,
  subject: mail.envelope?.subject ?? null,
  status: mail.status,
  keptAt: mail.keptAt.toISOString(),
  endedAt: mail.outcomeAt?.toISOString() ?? null,
  attempts: mail.attempts,
  why: mail.error,
  dueAt: mail.dueAt?.toISOString() ?? null,
})
