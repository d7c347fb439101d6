import { createFairQueue, type Job } from './fair-queue'

export interface CombinerOptions<Work extends Job, Result> {
  /** Does the work of many in one round trip; answers in their order. */
  readonly send: (batch: readonly Work[]) => Promise<readonly Result[]>
  /** Did the batch fail because of what is in it, so that its parts should be tried by themselves? */
  readonly isToBlame: (error: unknown) => boolean
  /** Round trips under way at once; one key is never in two of them. */
  readonly inFlight: number
  readonly batch: { readonly jobs: number; readonly size: number }
  readonly waiting: { readonly jobs: number; readonly size: number }
}

export type Combined<Result> = Result | { readonly type: 'overloaded'; readonly retryAfterMs: number }

interface Waiting<Work, Result> extends Job {
  readonly work: Work
  readonly resolve: (result: Result) => void
  readonly reject: (error: unknown) => void
}

/**
 * Many jobs are shared between the round trips that are free, so that one is under way while the next is made; fewer
 * than this are quicker together.
 */
const worthSharing = 32

/** How much of each new measurement goes into the running average. */
const smoothing = 0.1
const retryMs = { least: 100, most: 10_000 }

/**
 * Combines work into few round trips: what arrives while one is under way goes out together in the next. What
 * waits is bounded: beyond that the answer is `overloaded`.
 */
export const createCombiner = <Work extends Job, Result>(options: CombinerOptions<Work, Result>) => {
  const { send, isToBlame, inFlight, batch, waiting } = options
  const queue = createFairQueue<Waiting<Work, Result>>()
  const busy = new Set<string>()
  let underWay = 0
  let scheduled = false
  let msPerJob = 0.1

  const schedule = () => {
    if (scheduled || underWay === inFlight || queue.length() === 0) return
    scheduled = true
    // After all that is to come in this turn of the event loop, so that it goes together.
    setImmediate(() => {
      scheduled = false
      const share = Math.ceil(queue.length() / (inFlight - underWay))
      const jobs = queue.take({ ...batch, jobs: Math.min(batch.jobs, Math.max(share, worthSharing)) }, busy)
      if (jobs.length === 0) return
      void run(jobs)
      schedule()
    })
  }

  const run = async (jobs: readonly Waiting<Work, Result>[]): Promise<void> => {
    underWay++
    for (const { key } of jobs) busy.add(key)
    const begun = performance.now()
    await settle(jobs)
    msPerJob += smoothing * ((performance.now() - begun) / jobs.length - msPerJob)
    for (const { key } of jobs) busy.delete(key)
    underWay--
    schedule()
  }

  const settle = async (jobs: readonly Waiting<Work, Result>[]): Promise<void> => {
    try {
      const results = await send(jobs.map(({ work }) => work))
      for (const [index, { resolve }] of jobs.entries()) resolve(results[index] as Result)
    } catch (error) {
      if (jobs.length > 1 && isToBlame(error)) await settleHalves(jobs)
      else for (const { reject } of jobs) reject(error)
    }
  }

  /** So that few round trips find the one that is to blame. */
  const settleHalves = async (jobs: readonly Waiting<Work, Result>[]): Promise<void> => {
    const half = Math.ceil(jobs.length / 2)
    await settle(jobs.slice(0, half))
    await settle(jobs.slice(half))
  }

  const retryAfterMs = () => Math.min(retryMs.most, Math.ceil(retryMs.least + queue.length() * msPerJob))

  return (work: Work): Promise<Combined<Result>> => {
    const isFull = queue.length() >= waiting.jobs || queue.size() + work.size > waiting.size
    if (isFull && queue.length() > 0) {
      return Promise.resolve({ type: 'overloaded', retryAfterMs: retryAfterMs() })
    }
    return new Promise((resolve, reject) => {
      const { key, once, size, alone } = work
      queue.add({ key, once, size, alone, work, resolve, reject })
      schedule()
    })
  }
}
