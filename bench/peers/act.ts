import pg from 'pg'
import type { NewEvent } from '../../lib/kit/server/store/event-store'
import type { Peer, PeerConnection } from './peer'

/** What is used of `@rotorsoft/act-pg`; its own types are only there once it is installed. */
interface ActStore {
  readonly seed: () => Promise<void>
  readonly dispose: () => Promise<void>
  readonly commit: (
    stream: string,
    messages: readonly { readonly name: string; readonly data: object }[],
    meta: object,
    expectedVersion: number,
  ) => Promise<readonly unknown[]>
}

interface ActModule {
  readonly PostgresStore: new (config: {
    readonly host: string
    readonly port: number
    readonly database: string
    readonly user: string
    readonly password: string
    /** Not among its own options, but handed on to its pool. */
    readonly max: number
  }) => ActStore
}

const packageName = '@rotorsoft/act-pg'

/** act-pg over a pool of that size, its schema made beforehand. It keeps one metadata for all events of a commit. */
export const openAct = async ({ url, connections }: PeerConnection): Promise<Peer> => {
  const { PostgresStore }: ActModule = await import(packageName)
  const { hostname, port, pathname, username, password } = new URL(url)
  const store = new PostgresStore({
    host: hostname,
    port: Number(port),
    database: pathname.slice(1),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    max: connections,
  })
  await store.seed()
  const counter = new pg.Pool({ connectionString: url, max: 1 })
  return {
    name: 'act-pg',
    append: async (streamId, version, events) => {
      const [first] = events
      if (first) await store.commit(streamId, events.map(toMessage), toMeta(first), version - 1)
    },
    countEvents: async () =>
      (await counter.query<{ rows: number }>('SELECT count(*)::int AS rows FROM events')).rows[0]?.rows ?? 0,
    close: async () => {
      await counter.end()
      await store.dispose()
    },
  }
}

const toMessage = ({ type, data }: NewEvent) => ({ name: type, data })

/** Its own names for the two ids: it has an index on the first. */
const toMeta = ({ metadata: { correlationId, causationId, ...rest } }: NewEvent) => ({
  ...rest,
  correlation: correlationId,
  causation: causationId,
})
