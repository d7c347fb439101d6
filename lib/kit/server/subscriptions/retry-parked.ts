import type { RecordedEvent } from '../../events/recorded-event'
import { exhaustive } from '../../kernel/exhaustive'
import { inTransaction } from '../postgres/in-transaction'
import type { Sql } from '../postgres/sql'
import { doWrites } from '../postgres/write'
import { readReadable } from '../store/read-readable'
import { errorText } from './park'
import type { SubscriptionDependencies } from './runner'
import type { Subscription } from './subscription'
import { isTransient } from './transient'

export type RetryResult =
  | { readonly type: 'resolved' }
  | { readonly type: 'failed'; readonly error: unknown }
  /** It is what stopped the subscription: `resumeSubscription` tries it again, in its order. */
  | { readonly type: 'awaitsResume' }
  | { readonly type: 'notParked' }

type Dependencies = Omit<SubscriptionDependencies, 'log'>

/** Handles an event again that was passed over. Throws when the database or the receiver is out of reach. */
export const retryParked = async (
  { pool, store }: Dependencies,
  subscription: Subscription,
  position: number,
): Promise<RetryResult> => {
  const { events, unreadable } = await readReadable(store, { after: position - 1, upTo: position, limit: 1 })
  try {
    return await inTransaction(pool, async (sql): Promise<RetryResult> => {
      const refused = await refusal(sql, subscription.name, position)
      if (refused) return refused
      if (unreadable) throw unreadable
      if (events.length === 0) throw new Error(`The log has no event at position ${position}`)
      await handle(sql, subscription, events)
      await resolve(sql, subscription.name, position)
      return { type: 'resolved' }
    })
  } catch (error) {
    if (isTransient(error)) throw error
    await noteFailure(pool, subscription.name, position, error)
    return { type: 'failed', error }
  }
}

const refusal = async (sql: Sql, name: string, position: number): Promise<RetryResult | undefined> => {
  const { rows } = await sql.query<{ isPassed: boolean }>(
    `SELECT p.position <= s.position AS "isPassed" FROM parked_events p
     JOIN subscriptions s ON s.name = p.subscription AND s.partition = p.partition
     WHERE p.subscription = $1 AND p.position = $2 AND p.resolved_at IS NULL FOR UPDATE OF p`,
    [name, position],
  )
  if (!rows[0]) return { type: 'notParked' }
  return rows[0].isPassed ? undefined : { type: 'awaitsResume' }
}

const handle = async (
  sql: Sql,
  { handler }: Subscription,
  events: readonly RecordedEvent[],
): Promise<void> => {
  switch (handler.type) {
    case 'rows':
      return doWrites(sql, await handler.write(events))
    case 'transaction':
      return handler.apply(sql, events)
    case 'effect':
      return handler.deliver(events, new AbortController().signal)
    default:
      return exhaustive(handler)
  }
}

const resolve = (sql: Sql, name: string, position: number) =>
  sql.query('UPDATE parked_events SET resolved_at = now() WHERE subscription = $1 AND position = $2', [
    name,
    position,
  ])

const noteFailure = (sql: Sql, name: string, position: number, error: unknown) =>
  sql.query(
    `UPDATE parked_events SET attempts = attempts + 1, error = $3, parked_at = now()
     WHERE subscription = $1 AND position = $2 AND resolved_at IS NULL`,
    [name, position, errorText(error)],
  )
