import { exhaustive } from '../../kernel/exhaustive'
import type { RelayAnswer, RelayRequest } from '../../wire/api-relay'
import type { Sql } from '../postgres/sql'
import type { EventStore } from '../store/event-store'
import { pauseSubscription, resumeSubscription } from '../subscriptions/pause'
import { forget, retryNow } from '../work/by-hand'
import { keepTrouble } from './kept-target'
import { replay } from './replay'
import { followerOf } from './target'

interface Dependencies {
  readonly sql: Sql
  readonly store: Pick<EventStore, 'readAll'>
}

/** Does with a target what a person asks for. */
export const steer = async (
  dependencies: Dependencies,
  targetName: string,
  request: RelayRequest,
): Promise<RelayAnswer> => {
  const { sql } = dependencies
  const follower = followerOf(targetName)
  switch (request.type) {
    case 'pause':
      return { done: await pauseSubscription(sql, follower) }
    case 'resume': {
      const done = await resumeSubscription(sql, follower)
      if (done) await keepTrouble(sql, targetName, null)
      return { done }
    }
    case 'retry': {
      const { position } = request
      if (position === undefined) return { done: (await retryNow(sql, follower)) > 0 }
      const id = await idAt(sql, follower, position)
      return { done: id !== undefined && (await retryNow(sql, follower, id)) > 0 }
    }
    case 'giveUp': {
      const id = await idAt(sql, follower, request.position)
      return { done: id !== undefined && (await forget(sql, follower, id)) }
    }
    case 'replay':
      return replay(dependencies, targetName, request.from)
    default:
      return exhaustive(request)
  }
}

/** The id of what waits at a position. */
const idAt = async (sql: Sql, queue: string, position: number): Promise<string | undefined> => {
  const { rows } = await sql.query<{ id: string }>(
    'SELECT id FROM waiting_work WHERE queue = $1 AND position = $2',
    [queue, position],
  )
  return rows[0]?.id
}
