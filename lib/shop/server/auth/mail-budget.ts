import { createBudget } from '../../../kit/server/limits/budget'
import type { TooManyTries } from '../../wire/password'

/** Who wants a mail sent, and to whom. */
export interface MailWanted {
  /** The guest who asks, where that is known. */
  readonly guestId?: string
  /** Where they come from. */
  readonly visitor: string
  readonly to: string
}

export interface MailBudget {
  /** Counts one more mail; says how long to wait where there were too many. Whether an address has an account makes no difference. */
  readonly spend: (wanted: MailWanted) => Promise<TooManyTries | undefined>
}

const anHour = 60 * 60
/** Who mistypes does so a few times; who fills other people's mailboxes, often. */
const mailsOfGuest = 20
/** No more fill a mailbox, whoever asks: each of them has a link that works. */
const mailsToAddress = 5

/** How many mails somebody may have sent that anybody can ask for: by guest, by where they come from, and by whom it goes to. */
export const createMailBudget = (mailsOfVisitor: number): MailBudget => {
  const guests = createBudget(mailsOfGuest, anHour)
  const visitors = createBudget(mailsOfVisitor, anHour)
  const addresses = createBudget(mailsToAddress, anHour)
  return {
    spend: async ({ guestId, visitor, to }) => {
      const asked = [
        ...(guestId === undefined ? [] : [() => guests.spend(guestId)]),
        () => visitors.spend(visitor),
        () => addresses.spend(to.toLowerCase()),
      ]
      for (const ask of asked) {
        const spent = await ask()
        if (spent.type === 'over')
          return { type: 'TooManyTries', retryAfterSeconds: Math.ceil(spent.retryAfterMs / 1000) }
      }
      return undefined
    },
  }
}
