import type { RelayAnswer, ReplayFrom } from '../../wire/api-relay'
import type { Sql } from '../postgres/sql'
import { eventAt } from '../store/event-at'
import type { EventStore } from '../store/event-store'
import { retryNow } from '../work/by-hand'
import { enqueue } from '../work/enqueue'
import { asWork } from './delivery'
import { goBack } from './go-back'
import { followerOf } from './target'

interface Dependencies {
  readonly sql: Sql
  readonly store: Pick<EventStore, 'readAll'>
}

/**
 * Lets a target be sent events again; one that keeps events is sent those that it lacks. Nothing is done where the log has no such
 * event, or where the target hasn't come as far and is sent all of it anyway.
 */
export const replay = async (
  { sql, store }: Dependencies,
  targetName: string,
  from: ReplayFrom,
): Promise<RelayAnswer> => {
  switch (from.type) {
    case 'beginning':
      return replayFrom(sql, targetName, 1)
    case 'position':
      return replayFrom(sql, targetName, from.position)
    case 'time': {
      const [first] = await store.readAll({ filter: { since: from.since }, limit: 1 })
      return first ? replayFrom(sql, targetName, first.position) : { done: false }
    }
    case 'event': {
      const { position } = from
      const event = await eventAt(store, position)
      if (!event) return { done: false }
      const queue = followerOf(targetName)
      await enqueue(sql, queue, [{ ...asWork(event), payload: { isAgain: true } }])
      // It may have waited already.
      await retryNow(sql, queue, event.eventId)
      return { done: true, from: position }
    }
  }
}

const replayFrom = async (sql: Sql, targetName: string, position: number): Promise<RelayAnswer> =>
  (await goBack(sql, targetName, position - 1)) ? { done: true, from: position } : { done: false }
