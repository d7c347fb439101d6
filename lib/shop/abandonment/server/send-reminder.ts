import type { MailRoom } from '../../../kit/server/mail/mail-room'
import { writeLetter } from '../../server/mail/letter'
import type { SendReminder } from './cart-reminder'

/** Reminders go by mail: one of an effect's id is kept once. */
export const sendReminder =
  (mail: Pick<MailRoom, 'send'>): SendReminder =>
  (id, to, letter, headers) =>
    mail.send({ id, kind: 'cart-reminder', to, headers, ...writeLetter(letter) })
