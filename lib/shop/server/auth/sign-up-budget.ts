import { createBudget } from '../../../kit/server/limits/budget'
import type { TooManyTries } from '../../wire/password'

export interface SignUpBudget {
  /** Counts one more try; says how long to wait where there were too many. */
  readonly spend: (guestId: string, visitor: string) => Promise<TooManyTries | undefined>
}

const anHour = 60 * 60
/** Who mistypes does so a few times; who asks which addresses have an account, often. */
const triesOfGuest = 20

/** How often somebody may try to sign up, and so ask whether an address has an account: by guest, and by where they come from. */
export const createSignUpBudget = (triesOfVisitor: number): SignUpBudget => {
  const guests = createBudget(triesOfGuest, anHour)
  const visitors = createBudget(triesOfVisitor, anHour)
  return {
    spend: async (guestId, visitor) => {
      let spent = await guests.spend(guestId)
      if (spent.type === 'spent') spent = await visitors.spend(visitor)
      if (spent.type === 'spent') return undefined
      return { type: 'TooManyTries', retryAfterSeconds: Math.ceil(spent.retryAfterMs / 1000) }
    },
  }
}
