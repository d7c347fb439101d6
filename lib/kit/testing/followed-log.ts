import pino from 'pino'
import type { RecordedEvent } from '../events/recorded-event'
import type { Sql } from '../server/postgres/sql'
import { withClient } from '../server/postgres/with-client'
import { doWrites, type Write } from '../server/postgres/write'
import type { NewEvent } from '../server/store/event-store'
import { createLeases, type Leases } from '../server/subscriptions/leases'
import type { SubscriptionDependencies } from '../server/subscriptions/runner'
import type { Subscription } from '../server/subscriptions/subscription'
import { testAppConnection } from './connections'
import { newEvent, noteWritten } from './notebook/builders'
import { notebookStream } from './notebook/notebook'
import { notebookEvents } from './notebook/notebook-events'
import { openTestDatabase, type TestDatabase } from './open-database'

/** What a subscription was handed, as it noted it down in the same transaction. */
export interface HandledBatch {
  readonly position: number
  readonly streamId: string
  readonly version: number
}

export interface TestFollowedLog {
  readonly database: TestDatabase
  readonly dependencies: SubscriptionDependencies
  /** Appends so many events to a notebook; the position of the last one. */
  readonly append: (notebookId: string, events?: number, overrides?: Partial<NewEvent>) => Promise<number>
  /** Appends an event that nobody here can read; its position. */
  readonly appendUnreadable: (notebookId: string) => Promise<number>
  /** What was noted under a name, in the order in which it was. */
  readonly handled: (name: string) => Promise<HandledBatch[]>
  /** Another node, as far as leases go. */
  readonly node: () => Leases
  readonly close: () => Promise<void>
}

/** Rows that note events down in `handled`, where a double would show. */
export const noteRows =
  (name: string) =>
  async (events: readonly RecordedEvent[]): Promise<readonly Write[]> => [
    (value) => {
      const positions = value(events.map((event) => event.position))
      const streamIds = value(events.map((event) => event.streamId))
      const versions = value(events.map((event) => event.version))
      return `INSERT INTO handled (name, position, stream_id, version)
        SELECT ${value(name)}, * FROM unnest(${positions}::bigint[], ${streamIds}::text[], ${versions}::integer[])`
    },
  ]

/** The same in a transaction that is given. */
export const note =
  (name: string) =>
  async (sql: Sql, events: readonly RecordedEvent[]): Promise<void> =>
    doWrites(sql, await noteRows(name)(events))

/** A subscription that notes down what it is handed, in small batches. */
export const noting = (name: string, over: Partial<Subscription> = {}): Subscription => ({
  name,
  startFrom: 'beginning',
  batchSize: 10,
  onPoison: 'stop',
  handler: { type: 'transaction', apply: note(name) },
  ...over,
})

/** A log of its own with what it takes to follow it. */
export const openFollowedLog = async (): Promise<TestFollowedLog> => {
  const database = await openTestDatabase(notebookEvents)
  const { pool, store, ownerUrl } = database
  const log = pino({ level: 'silent' })
  const nodes: Leases[] = []
  await asOwner(
    ownerUrl,
    `CREATE TABLE handled (nth bigserial, name text, position bigint, stream_id text, version integer);
     GRANT ALL ON handled, handled_nth_seq TO hindsight_app`,
  )

  const append = async (
    notebookId: string,
    count = 1,
    overrides: Partial<NewEvent> = {},
  ): Promise<number> => {
    const events = Array.from({ length: count }, () => newEvent(noteWritten(), overrides))
    const result = await store.append({ stream: notebookStream(notebookId), expectedVersion: 'any', events })
    if (result.type !== 'written') throw new Error(result.type)
    return result.position
  }

  return {
    database,
    dependencies: { pool, store, log },
    append,
    appendUnreadable: (notebookId) => append(notebookId, 1, { schemaVersion: 99 }),
    handled: async (name) => {
      const { rows } = await pool.query(
        'SELECT position, stream_id AS "streamId", version FROM handled WHERE name = $1 ORDER BY nth',
        [name],
      )
      return rows.map((row) => ({ ...row, position: Number(row.position) }))
    },
    node: () => {
      const leases = createLeases(testAppConnection(ownerUrl), log)
      nodes.push(leases)
      return leases
    },
    close: async () => {
      await Promise.all(nodes.map((leases) => leases.stop()))
      await database.close()
    },
  }
}

/** Does something that the app itself may not. */
export const asOwner = (ownerUrl: string, text: string): Promise<unknown> =>
  withClient(ownerUrl, (client) => client.query(text))
