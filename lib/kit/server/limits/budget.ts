import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

export type Spent = { readonly type: 'spent' } | { readonly type: 'over'; readonly retryAfterMs: number }

/** So much of something in so long, for each key: an address, a person, a key of the API. */
export interface Budget {
  readonly spend: (key: string, points?: number) => Promise<Spent>
}

/** A budget on this node, in memory; who spends nothing takes none of it. */
export const createBudget = (points: number, seconds: number): Budget => {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return { spend: (key, spent = 1) => spendOf(limiter, key, spent) }
}

/** Budgets of different sizes, each key's own. */
export const createOwnBudgets = (seconds: number) => {
  const limiters = new Map<number, RateLimiterMemory>()
  return {
    spend: (key: string, points: number): Promise<Spent> => {
      const limiter = limiters.get(points) ?? new RateLimiterMemory({ points, duration: seconds })
      limiters.set(points, limiter)
      return spendOf(limiter, key, 1)
    },
  }
}

const spendOf = async (limiter: RateLimiterMemory, key: string, points: number): Promise<Spent> => {
  try {
    await limiter.consume(key, points)
    return { type: 'spent' }
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    return { type: 'over', retryAfterMs: refused.msBeforeNext }
  }
}
