import type { RecordedEvent } from '../../events/recorded-event'
import { exhaustive } from '../../kernel/exhaustive'
import { inTransaction } from '../postgres/in-transaction'
import type { Sql } from '../postgres/sql'
import { advanceTogether } from './advance-together'
import { advance, type PositionSpan, type Status } from './progress'
import type { Runner } from './runner'

/** Events, and the span of the log that is checked off with them. */
export interface Batch extends PositionSpan {
  readonly events: readonly RecordedEvent[]
}

const always: readonly Status[] = ['running', 'paused', 'stopped']

/**
 * Handles a batch and checks it off; false when another did, or the subscription was paused. Throws what the handler
 * throws, with nothing checked off.
 */
export const handleBatch = async (
  { pool, subscription: { name, handler }, partition }: Runner,
  batch: Batch,
  signal: AbortSignal,
): Promise<boolean> => {
  const checkOff = (sql: Sql, statuses: readonly Status[]) => advance(sql, name, partition, batch, statuses)
  const { events } = batch
  if (events.length === 0) return checkOff(pool, ['running'])
  switch (handler.type) {
    case 'rows':
      return advanceTogether(
        pool,
        [{ name, partition, from: batch.from, writes: await handler.write(events) }],
        batch.to,
      )
    case 'transaction':
      return inTransaction(pool, async (sql) => {
        // First, since it holds the row: nobody else can apply the same until this is committed.
        if (!(await checkOff(sql, ['running']))) return false
        await handler.apply(sql, events)
        return true
      })
    case 'effect':
      await handler.deliver(events, signal)
      return checkOff(pool, always)
    default:
      return exhaustive(handler)
  }
}
