import pg from 'pg'
import pino from 'pino'
import type { RecordedEvent } from '../kit/events/recorded-event'
import type { Sql } from '../kit/server/postgres/sql'
import type { NewEvent } from '../kit/server/store/event-store'
import { createLeases, type Leases } from '../kit/server/subscriptions/leases'
import type { SubscriptionDependencies } from '../kit/server/subscriptions/runner'
import type { Subscription } from '../kit/server/subscriptions/subscription'
import { cartStream } from '../shop/server/streams'
import { testAppConnection } from './connections'
import { itemAdded, newEvent } from './events'
import { openTestDatabase, type TestDatabase } from './open-database'

/** What a subscription was handed, as it noted it down in the same transaction. */
export interface Handled {
  readonly position: number
  readonly streamId: string
  readonly version: number
}

export interface FollowedLog {
  readonly database: TestDatabase
  readonly dependencies: SubscriptionDependencies
  /** Appends so many events to a cart; the position of the last one. */
  readonly append: (cartId: string, events?: number, overrides?: Partial<NewEvent>) => Promise<number>
  /** Appends an event that this version of the shop can't read; its position. */
  readonly appendUnreadable: (cartId: string) => Promise<number>
  /** What was noted under a name, in the order in which it was. */
  readonly handled: (name: string) => Promise<Handled[]>
  /** Another node, as far as leases go. */
  readonly node: () => Leases
  readonly close: () => Promise<void>
}

/** Notes events down in `handled`, where a double would show. */
export const note =
  (name: string) =>
  async (sql: Sql, events: readonly RecordedEvent[]): Promise<void> => {
    await sql.query(
      `INSERT INTO handled (name, position, stream_id, version)
       SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::integer[])`,
      [
        name,
        events.map((event) => event.position),
        events.map((event) => event.streamId),
        events.map((event) => event.version),
      ],
    )
  }

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
export const openFollowedLog = async (): Promise<FollowedLog> => {
  const database = await openTestDatabase()
  const { pool, store, ownerUrl } = database
  const log = pino({ level: 'silent' })
  const nodes: Leases[] = []
  await asOwner(
    ownerUrl,
    `CREATE TABLE handled (nth bigserial, name text, position bigint, stream_id text, version integer);
     GRANT ALL ON handled, handled_nth_seq TO hindsight_app`,
  )

  const append = async (cartId: string, count = 1, overrides: Partial<NewEvent> = {}): Promise<number> => {
    const events = Array.from({ length: count }, () => newEvent(itemAdded(), overrides))
    const result = await store.append({ stream: cartStream(cartId), expectedVersion: 'any', events })
    if (result.type !== 'written') throw new Error(result.type)
    return result.position
  }

  return {
    database,
    dependencies: { pool, store, log },
    append,
    appendUnreadable: (cartId) => append(cartId, 1, { schemaVersion: 99 }),
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
export const asOwner = async (ownerUrl: string, text: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => undefined)
  await client.connect()
  await client.query(text).finally(() => client.end())
}
