import type { ReplayFrom } from '../../wire/api-relay'
import type { Sql } from '../postgres/sql'
import { eventAt } from '../store/event-at'
import type { EventStore } from '../store/event-store'
import { retryNow } from '../work/by-hand'
import { enqueue } from '../work/enqueue'
import { asWork } from './delivery'
import { goBack } from './go-back'
import { followerOf } from './target'

export type ReplayResult =
  /** From this position on it is sent again; a target that keeps events is sent those that it lacks. */
  | { readonly type: 'replaying'; readonly from: number }
  /** The log has no such event. */
  | { readonly type: 'eventNotFound' }
  /** The target hasn't come as far: it is sent all of it anyway. */
  | { readonly type: 'notReached' }

interface Dependencies {
  readonly sql: Sql
  readonly store: Pick<EventStore, 'readAll'>
}

/** Lets a target be sent events again. */
export const replay = async (
  { sql, store }: Dependencies,
  targetName: string,
  from: ReplayFrom,
): Promise<ReplayResult> => {
  switch (from.type) {
    case 'beginning':
      return replayFrom(sql, targetName, 1)
    case 'position':
      return replayFrom(sql, targetName, from.position)
    case 'time': {
      const [first] = await store.readAll({ filter: { since: from.since }, limit: 1 })
      return first ? replayFrom(sql, targetName, first.position) : { type: 'eventNotFound' }
    }
    case 'event': {
      const { position } = from
      const event = await eventAt(store, position)
      if (!event) return { type: 'eventNotFound' }
      const queue = followerOf(targetName)
      await enqueue(sql, queue, [{ ...asWork(event), payload: { isAgain: true } }])
      // It may have waited already.
      await retryNow(sql, queue, event.eventId)
      return { type: 'replaying', from: position }
    }
  }
}

const replayFrom = async (sql: Sql, targetName: string, position: number): Promise<ReplayResult> =>
  (await goBack(sql, targetName, position - 1))
    ? { type: 'replaying', from: position }
    : { type: 'notReached' }
