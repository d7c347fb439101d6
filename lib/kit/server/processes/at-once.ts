import {
  bulkhead,
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleAll,
  wrap,
} from 'cockatiel'
import type { RecordedEvent } from '../../events/recorded-event'
import type { Log } from '../log'
import { withinGrace } from '../work/within-grace'
import type { Perform } from './performer'
import { queueOf } from './queues'
import { isRequest, type RecordedRequest, refOf } from './requests'

const most = { atOnce: 128, waiting: 10_000 }
/** After so many failures in a row what is asked for waits for its turn in the queue, for a while. */
const failing = { inARow: 5, restMs: 10_000 }
/** A timer that is due sooner needn't be looked for. */
const soonMs = 5_000

interface Dependencies {
  readonly perform: Perform
  readonly now: () => Date
  readonly log: Log
}

export interface AtOnce {
  readonly see: (events: readonly RecordedEvent[]) => void
  readonly stop: () => Promise<void>
}

/**
 * Does what processes ask for as soon as it stands in the log, on the node that put it there. What fails, or is too much, is done by
 * whoever works at the queue.
 */
export const createAtOnce = ({ perform, now, log }: Dependencies): AtOnce => {
  const stopping = new AbortController()
  const limit = bulkhead(most.atOnce, most.waiting)
  const breakers = new Map<string, CircuitBreakerPolicy>()
  const timers = new Set<NodeJS.Timeout>()
  const underWay = new Set<Promise<void>>()

  const breakerOf = (queue: string): CircuitBreakerPolicy => {
    const known =
      breakers.get(queue) ??
      circuitBreaker(handleAll, {
        halfOpenAfter: failing.restMs,
        breaker: new ConsecutiveBreaker(failing.inARow),
      })
    breakers.set(queue, known)
    return known
  }

  const begin = (event: RecordedRequest): void => {
    const breaker = breakerOf(queueOf(event))
    if (stopping.signal.aborted || breaker.state === CircuitState.HalfOpen) return
    const performing = wrap(limit, breaker)
      .execute(() => perform(refOf(event), stopping.signal))
      .catch((error) => {
        log.debug(
          { err: error, id: event.data.id },
          'What a process asks for was not done at once; it is tried again',
        )
      })
      .finally(() => underWay.delete(performing))
    underWay.add(performing)
  }

  const beginIn = (ms: number, event: RecordedRequest): void => {
    const timer = setTimeout(() => {
      timers.delete(timer)
      begin(event)
    }, ms)
    timers.add(timer)
  }

  return {
    see: (events) => {
      for (const event of events) {
        if (!isRequest(event) || stopping.signal.aborted) continue
        if (event.type !== 'TimerSet') begin(event)
        else {
          const inMs = Date.parse(event.data.dueAt) - now().getTime()
          if (inMs < soonMs) beginIn(Math.max(0, inMs), event)
        }
      }
    },
    stop: async () => {
      stopping.abort()
      for (const timer of timers) clearTimeout(timer)
      await withinGrace(underWay)
    },
  }
}
