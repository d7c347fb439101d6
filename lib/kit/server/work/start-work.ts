import {
  BrokenCircuitError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  fullJitterGenerator,
  handleWhen,
} from 'cockatiel'
import type { Log } from '../log'
import type { Sql } from '../postgres/sql'
import type { Leases } from '../subscriptions/leases'
import { errorText } from '../subscriptions/park'
import { createPersistent } from '../subscriptions/persistent'
import { isTransient } from '../subscriptions/transient'
import type { Wakeable } from '../tail/wakeable'
import { soonDue } from './due-work'
import { defaultRetries, PermanentFailure, type Retries } from './retries'
import { type Settled, settleWork } from './settle-work'
import { withinGrace } from './within-grace'
import type { DueWork } from './work'

/** What failed since the other side is down rests up to so long, so that others have their turn when it is tried whether it is back. */
const downRestMs = 1_000
/** Whoever is woken for what is due looks so far ahead. */
const soonMs = 1_000
/** Whoever begins ahead looks as often, and twice as far: two looks in a row never leave a gap. */
const ahead = { lookEveryMs: 900, withinMs: 2_000, most: 2_000 }
const breaking = { failures: 3, firstMs: 500, longestMs: 30_000 }

export interface WorkOptions {
  readonly sql: Sql
  readonly leases: Leases
  readonly queue: string
  /** Does one piece; at least once, so it has to bear being done again. `signal` says that another may have taken over. */
  readonly run: (work: DueWork, signal: AbortSignal) => Promise<void>
  /** Of each key one after another by position, and not past what is parked; keys never wait for each other. */
  readonly isOrdered?: boolean | undefined
  /** How many are under way at a time; 16 when left out. */
  readonly atOnce?: number | undefined
  readonly retries?: Retries | undefined
  /**
   * Begins what is due within the next moments by this process's own clock, without a look for each: for a queue without an order,
   * whose work asks whether it is still to be done.
   */
  readonly beginsAhead?: boolean | undefined
  /**
   * Did it fail since the other side is down as such? Then that counts against no piece of work and nothing is parked, and
   * after some of these in a row one at a time is tried, until one goes through.
   */
  readonly isDown?: ((error: unknown) => boolean) | undefined
  readonly log: Log
}

/**
 * Does the work of a queue when it is due, on one node at a time. `wake` says that there may be some; it also looks each
 * second, and wakes by itself for what is due before.
 */
export const startWork = (options: WorkOptions): Wakeable => {
  const { sql, leases, queue, run, isOrdered = false, atOnce = 16, retries = defaultRetries, log } = options
  const { beginsAhead = false } = options
  const isDown = (error: unknown) => isTransient(error) || (options.isDown?.(error) ?? false)
  const breaker = circuitBreaker(handleWhen(isDown), {
    halfOpenAfter: new ExponentialBackoff({
      generator: fullJitterGenerator,
      initialDelay: breaking.firstMs,
      maxDelay: breaking.longestMs,
    }),
    breaker: new ConsecutiveBreaker(breaking.failures),
  })
  const limit = bulkhead(atOnce, Number.POSITIVE_INFINITY)
  const underWay = new Map<string, Promise<void>>()
  /** What begins by itself when it is due. */
  const scheduled = new Map<string, NodeJS.Timeout>()
  let settled: Settled[] = []
  let nextDue: NodeJS.Timeout | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  let mayBeMore = true

  const step = async (): Promise<boolean> => {
    await settle()
    const held = lease.held()
    if (!held || held.aborted) return false
    const isClosed = breaker.state === CircuitState.Closed
    const most = isClosed ? (beginsAhead ? ahead.most : atOnce) : 1
    const free = most - underWay.size - scheduled.size
    if (free <= 0 || !isTimeToLook()) return false
    lookedAt = performance.now()
    const found = await soonDue(sql, {
      queue,
      isOrdered,
      limit: free + 1,
      except: [...underWay.keys(), ...scheduled.keys()],
      withinMs: beginsAhead ? ahead.withinMs : soonMs,
    })
    mayBeMore = found.length > free
    const begun = beginsAhead ? found : found.filter(({ dueInMs }) => dueInMs <= 0)
    for (const work of begun.slice(0, free)) beginIn(work.dueInMs, work, held)
    if (!beginsAhead) wakeIn(found.find(({ dueInMs }) => dueInMs > 0)?.dueInMs)
    return false
  }

  /** Whoever begins ahead knows what comes until the next look. */
  const isTimeToLook = (): boolean =>
    !beginsAhead || mayBeMore || performance.now() - lookedAt >= ahead.lookEveryMs

  const beginIn = (ms: number, work: DueWork, held: AbortSignal): void => {
    if (ms <= 0) return void underWay.set(work.id, attempt(work, held))
    const timer = setTimeout(() => {
      scheduled.delete(work.id)
      if (!held.aborted) underWay.set(work.id, attempt(work, held))
    }, Math.ceil(ms))
    scheduled.set(work.id, timer)
  }

  const settle = async (): Promise<void> => {
    if (settled.length === 0) return
    const now = settled
    settled = []
    try {
      await settleWork(sql, queue, now)
    } catch (error) {
      settled = [...now, ...settled]
      throw error
    }
    for (const { id } of now) underWay.delete(id)
  }

  const attempt = async (work: DueWork, held: AbortSignal): Promise<void> => {
    try {
      await breaker.execute(() => limit.execute(() => run(work, held)))
      settled.push({ type: 'done', id: work.id })
    } catch (error) {
      // Not tried at all: it is looked whether it may be with the next look.
      if (error instanceof BrokenCircuitError) return void underWay.delete(work.id)
      settled.push(failureOf(work, error))
    }
    loop.wake()
  }

  const failureOf = ({ id, attempts, key }: DueWork, error: unknown): Settled => {
    const text = errorText(error)
    if (isDown(error)) return { type: 'again', id, attempts, error: text, inMs: Math.random() * downRestMs }
    const failures = attempts + 1
    if (failures < retries.tries && !(error instanceof PermanentFailure)) {
      return { type: 'again', id, attempts: failures, error: text, inMs: retries.restMs(failures) }
    }
    log.error({ err: error, queue, id, key }, 'Work could not be done and is parked')
    return { type: 'parked', id, attempts: failures, error: text }
  }

  const wakeIn = (ms: number | undefined): void => {
    clearTimeout(nextDue)
    nextDue = ms === undefined ? undefined : setTimeout(loop.wake, Math.ceil(ms))
  }

  const lease = leases.claim(`work/${queue}`, () => loop.wake())
  const loop = createPersistent({
    step,
    onError: (error) => log.warn({ err: error, queue }, 'Waiting work can not be looked at; trying again'),
  })

  return {
    wake: () => {
      mayBeMore = true
      loop.wake()
    },
    stop: async () => {
      await loop.stop()
      clearTimeout(nextDue)
      for (const timer of scheduled.values()) clearTimeout(timer)
      await withinGrace(underWay.values())
      await settle().catch((error) => {
        log.warn({ err: error, queue }, 'What was done last could not be noted down; it is done again')
      })
      lease.release()
    },
  }
}
