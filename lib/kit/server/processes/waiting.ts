import { mostCounted } from '../../wire/api-processes'
import type { Sql } from '../postgres/sql'
import { checkLimit } from '../store/check-read'
import { commandQueue, effectQueue, timerQueue } from './queues'

/** What an instance of a process waits for, and when somebody sees to it. */
export interface WaitingOfProcess {
  readonly instance: string
  readonly what: 'timer' | 'command' | 'effect'
  /** Of a timer the time that it was set for; of what failed, when it is tried again. */
  readonly dueAt: Date
  /** How often it was tried and failed. */
  readonly attempts: number
}

const queues = ['queue = $1', 'queue = $2', 'starts_with(queue, $3)']

/** What the instances of a process asked for and has no answer yet. */
const isAsked = `(${queues.join(' OR ')}) AND starts_with(key, $4)`

const valuesOf = (streamType: string): unknown[] => [
  timerQueue,
  commandQueue,
  effectQueue(''),
  `${streamType}/`,
]

/** How many instances of a process wait for something: a million of them cost no more to count than the most that are counted. */
export const waitingInstancesOf = async (sql: Sql, streamType: string): Promise<number> => {
  const { rows } = await sql.query<{ waiting: number }>(
    `SELECT count(DISTINCT key)::integer AS waiting
     FROM (SELECT key FROM waiting_work WHERE ${isAsked} LIMIT $5) AS asked`,
    [...valuesOf(streamType), mostCounted],
  )
  return rows[0]?.waiting ?? 0
}

/** Of each queue on its own, since an index has them in order: a million timers would have to be sorted otherwise. */
const firstOf = (isOfQueue: string): string => `
  (SELECT key, queue, due_at, attempts FROM waiting_work
   WHERE ${isOfQueue} AND starts_with(key, $4) AND parked_at IS NULL ORDER BY due_at LIMIT $5)`

/** What a process waits for, what is due first before the rest. */
export const nextOf = async (sql: Sql, streamType: string, limit: number): Promise<WaitingOfProcess[]> => {
  checkLimit(limit)
  const { rows } = await sql.query<WaitingOfProcess>(
    `SELECT substr(key, length($4) + 1) AS instance,
       CASE queue WHEN $1 THEN 'timer' WHEN $2 THEN 'command' ELSE 'effect' END AS what,
       due_at AS "dueAt", attempts
     FROM (${queues.map(firstOf).join(' UNION ALL ')}) AS first
     ORDER BY due_at LIMIT $5`,
    [...valuesOf(streamType), limit],
  )
  return rows
}
