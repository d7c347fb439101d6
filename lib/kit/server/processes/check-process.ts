import type { RecordedEvent } from '../../events/recorded-event'
import { createHistoryCheck, type Difference } from '../../processes/check-history'
import type { ProcessType } from '../../processes/process-type'
import type { Sql } from '../postgres/sql'
import type { EventStore } from '../store/event-store'
import { iterateAll } from '../store/iterate'
import { decidedBy } from './marks'
import { inputQueue } from './queues'

export interface CheckedProcess {
  readonly instances: number
  /** Those that were decided again. */
  readonly inputs: number
  /** The first input about which the rules would decide otherwise. */
  readonly difference?: Difference | undefined
}

interface Dependencies {
  readonly sql: Sql
  readonly store: Pick<EventStore, 'readAll' | 'headPosition'>
}

/**
 * Plays all that a process ever decided against its rules as they are now, up to where it has come. It writes nothing and sends nothing:
 * rules are functions.
 */
export const checkProcess = async (
  { sql, store }: Dependencies,
  type: ProcessType,
): Promise<CheckedProcess> => {
  const { process } = type
  const decided = await decidedBy(sql, process.streamType)
  const waiting = await waitingOf(sql, inputQueue(process))
  const upTo = await store.headPosition()
  const isDecided = (event: RecordedEvent): boolean =>
    event.streamType === type.streamType ||
    (event.position >= decided.from && event.position <= decided.upTo && !waiting.has(event.eventId))
  const check = createHistoryCheck(type)
  const filter = [{ types: process.inputs }, { streamTypes: [type.streamType] }]
  for await (const event of iterateAll(store, { upTo, filter })) {
    const difference = isDecided(event) ? check.next(event) : undefined
    if (difference) return { ...check.counts(), difference }
  }
  return { ...check.counts(), difference: check.end() }
}

/** The ids of the inputs that nothing was decided about yet. */
const waitingOf = async (sql: Sql, queue: string): Promise<ReadonlySet<string>> => {
  const { rows } = await sql.query<{ id: string }>('SELECT id FROM waiting_work WHERE queue = $1', [queue])
  return new Set(rows.map(({ id }) => id))
}
