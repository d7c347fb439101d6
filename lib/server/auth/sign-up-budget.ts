import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { TooManyTries } from '../../protocol/password'

export interface SignUpBudget {
  /** Counts one more try; says how long to wait where there were too many. */
  readonly spend: (guestId: string, visitor: string) => Promise<TooManyTries | undefined>
}

const anHour = 60 * 60
/** Who mistypes does so a few times; who asks which addresses have an account, often. */
const triesOfGuest = 20

/** How often somebody may try to sign up, and so ask whether an address has an account: by guest, and by where they come from. */
export const createSignUpBudget = (triesOfVisitor: number): SignUpBudget => {
  const guests = new RateLimiterMemory({ points: triesOfGuest, duration: anHour })
  const visitors = new RateLimiterMemory({ points: triesOfVisitor, duration: anHour })
  return {
    spend: async (guestId, visitor) => {
      try {
        await guests.consume(guestId)
        await visitors.consume(visitor)
        return undefined
      } catch (spent) {
        if (!(spent instanceof RateLimiterRes)) throw spent
        return { type: 'TooManyTries', retryAfterSeconds: Math.ceil(spent.msBeforeNext / 1000) }
      }
    },
  }
}
