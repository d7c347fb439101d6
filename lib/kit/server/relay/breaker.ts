import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  DelegateBackoff,
  handleType,
  type IHalfOpenAfterBackoffContext,
} from 'cockatiel'
import { TargetAway } from './sender'

const firstMs = 250
const longestMs = 5_000
/** However long it asks to be left alone. */
const longestAskedMs = 3_600_000

const restMs = ({ attempt, result }: IHalfOpenAfterBackoffContext): number => {
  const error = 'error' in result ? result.error : undefined
  const asked = error instanceof TargetAway ? error.retryAfterMs : undefined
  if (asked !== undefined) return Math.min(asked, longestAskedMs)
  return Math.min(firstMs * 2 ** Math.min(attempt - 1, 10), longestMs) * (0.5 + Math.random() / 2)
}

/** Leaves a target alone for a while when it is away; then one tries whether it is back. */
export const createBreaker = () => {
  const breaker = circuitBreaker(handleType(TargetAway), {
    halfOpenAfter: new DelegateBackoff(restMs),
    breaker: new ConsecutiveBreaker(1),
  })
  return {
    /** Does something with the target. @throws TargetAway when it is left alone, too */
    through: async (work: () => Promise<void>): Promise<void> => {
      try {
        await breaker.execute(work)
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error
        throw new LeftAlone()
      }
    },
  }
}

/** It was not tried: the target is left alone for a while. */
export class LeftAlone extends TargetAway {
  override name = 'LeftAlone'

  constructor() {
    super('It is left alone for a while')
  }
}
