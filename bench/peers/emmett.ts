import pg, { type Pool } from 'pg'
import type { DomainEvent } from '../../lib/kit/events/recorded-event'
import type { NewEvent } from '../../lib/kit/server/store/event-store'
import type { Peer, PeerConnection } from './peer'

/** What is used of `@event-driven-io/emmett-postgresql`; its own types are only there once it is installed. */
interface EmmettStore {
  readonly schema: { readonly migrate: () => Promise<unknown> }
  readonly appendToStream: (
    streamName: string,
    events: readonly (DomainEvent & { readonly metadata: object })[],
    options: { readonly expectedStreamVersion: bigint },
  ) => Promise<unknown>
  readonly aggregateStream: <State, Event>(
    streamName: string,
    options: {
      readonly evolve: (state: State, event: Event) => State
      readonly initialState: () => State
    },
  ) => Promise<{ readonly state: State }>
}

interface EmmettModule {
  readonly getPostgreSQLEventStore: (
    url: string,
    options: { readonly connectionOptions: { readonly pool: Pool } },
  ) => EmmettStore
}

export interface Emmett extends Peer {
  readonly load: <State, Event>(
    streamId: string,
    initial: State,
    evolve: (state: State, event: Event) => State,
  ) => Promise<State>
}

const packageName = '@event-driven-io/emmett-postgresql'

/** Emmett over a pool of that size, its schema made beforehand. A message's id is the event's. */
export const openEmmett = async ({ url, connections }: PeerConnection): Promise<Emmett> => {
  const { getPostgreSQLEventStore }: EmmettModule = await import(packageName)
  const pool = new pg.Pool({ connectionString: url, max: connections })
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pool } })
  await store.schema.migrate()
  return {
    name: 'emmett',
    append: async (streamId, version, events) => {
      await store.appendToStream(streamName(streamId), events.map(toMessage), {
        expectedStreamVersion: BigInt(version),
      })
    },
    load: async (streamId, initial, evolve) =>
      (await store.aggregateStream(streamName(streamId), { evolve, initialState: () => initial })).state,
    countEvents: async () =>
      (await pool.query<{ rows: number }>('SELECT count(*)::int AS rows FROM emt_messages')).rows[0]?.rows ??
      0,
    close: () => pool.end(),
  }
}

const streamName = (streamId: string): string => `cart-${streamId}`

const toMessage = ({ type, data, metadata, eventId }: NewEvent) => ({
  type,
  data,
  metadata: { ...metadata, messageId: eventId },
})
