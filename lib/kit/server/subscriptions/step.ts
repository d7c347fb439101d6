import { ExponentialBackoff, handleWhen, retry } from 'cockatiel'
import type { RecordedEvent } from '../../events/recorded-event'
import type { UnreadableEvent } from '../../events/unreadable-event'
import { type Batch, handleBatch } from './handle-batch'
import { park } from './park'
import { loadProgress } from './progress'
import { readStretch } from './read-stretch'
import type { Runner } from './runner'
import { batchSizeOf } from './subscription'
import { isTransient } from './transient'

const tries = 5
const firstRetryMs = 50

/**
 * `moved`: there may be more. `idle`: at the end, or not to go on. `gone`: the subscription is divided into other
 * partitions now. `stands` is where it stands, when it runs and nothing was in its way.
 */
export type StepResult =
  | { readonly type: 'moved'; readonly events: number; readonly stands?: number | undefined }
  | { readonly type: 'idle'; readonly stands?: number | undefined }
  | { readonly type: 'gone' }

/**
 * Handles the next events of a partition, up to a position of the log. Throws when the database, or what an effect is
 * delivered to, can't be reached: nothing is lost, and it may be tried again.
 */
export const takeStep = async (
  runner: Runner,
  signal: AbortSignal,
  upTo = Number.POSITIVE_INFINITY,
): Promise<StepResult> => {
  const { pool, subscription, partition } = runner
  const progress = await loadProgress(pool, subscription.name, partition)
  if (!progress) return { type: 'gone' }
  const from = progress.position
  const end = Math.min(progress.head, upTo)
  if (progress.status !== 'running' || signal.aborted) return { type: 'idle' }
  if (from >= end) return { type: 'idle', stands: from }

  const { events, to, unreadable } = await readStretch(runner, {
    after: from,
    upTo: end,
    limit: batchSizeOf(subscription),
    filter: subscription.filter,
    partition,
  })
  if (unreadable && events.length === 0) {
    await passBy(runner, from, unreadable, signal)
    return { type: 'moved', events: 0 }
  }
  const batch = { events, from, to }
  if (events.length === 0) {
    const isThrough = await handleBatch(runner, batch, signal)
    return { type: 'moved', events: 0, stands: isThrough ? to : undefined }
  }
  const handled = await handle(runner, batch, signal)
  return { type: 'moved', events: handled, stands: handled === events.length ? to : undefined }
}

/** What can't be read is left to who takes care of it, else parked. */
const passBy = async (
  runner: Runner,
  from: number,
  unreadable: UnreadableEvent,
  signal: AbortSignal,
): Promise<void> => {
  const { handler } = runner.subscription
  if (handler.type !== 'effect' || !handler.setAside) {
    await park(runner, from, unreadable, { error: unreadable, attempts: 1 })
    return
  }
  await handler.setAside(unreadable, signal)
  await handleBatch(runner, { events: [], from, to: unreadable.position }, signal)
}

/** All at once; when something is wrong with one of them, one by one. Answers how many were handled. */
const handle = async (runner: Runner, batch: Batch, signal: AbortSignal): Promise<number> => {
  const { events } = batch
  if (events.length === 1) return handleEach(runner, batch, signal)
  try {
    return (await handleBatch(runner, batch, signal)) ? events.length : 0
  } catch (error) {
    if (isTransient(error) || signal.aborted) throw error
    return handleEach(runner, batch, signal)
  }
}

const handleEach = async (
  runner: Runner,
  { events, from, to }: Batch,
  signal: AbortSignal,
): Promise<number> => {
  let reached = from
  for (const [index, event] of events.entries()) {
    const end = index === events.length - 1 ? to : event.position
    if (!(await handleOne(runner, event, { events: [event], from: reached, to: end }, signal))) return index
    reached = end
  }
  return events.length
}

/** False when it didn't get past the event by handling it. */
const handleOne = async (
  runner: Runner,
  event: RecordedEvent,
  batch: Batch,
  signal: AbortSignal,
): Promise<boolean> => {
  const isItsFault = (error: unknown) => !isTransient(error) && !signal.aborted
  const retries = retry(handleWhen(isItsFault), {
    maxAttempts: tries - 1,
    backoff: new ExponentialBackoff({ initialDelay: firstRetryMs }),
  })
  try {
    return await retries.execute(() => handleBatch(runner, batch, signal))
  } catch (error) {
    if (!isItsFault(error)) throw error
    await park(runner, batch.from, event, { error, attempts: tries })
    return false
  }
}
