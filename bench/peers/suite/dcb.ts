import pg, { type Pool } from 'pg'
import type { LogEntry, StorePlace, SuiteStore } from '../../suite/store'

type Position = { readonly toString: () => string }
type Query = object
interface Sequenced {
  readonly event: { readonly data: { readonly id: string; readonly stream: string } }
  readonly position: Position
}
interface DcbStore {
  readonly ensureInstalled: () => Promise<void>
  readonly append: (command: object) => Promise<Position>
  readonly read: (query: Query, options?: object) => AsyncIterable<Sequenced>
}
interface Dcb {
  readonly AppendConditionError: new (...args: never[]) => Error
  readonly Query: { readonly all: () => Query; readonly fromItems: (items: readonly object[]) => Query }
  readonly SequencePosition: {
    readonly fromString: (text: string) => Position
    readonly initial: () => Position
  }
  readonly Tags: { readonly fromObj: (tags: Record<string, string>) => object }
}
interface DcbPostgres {
  readonly PostgresEventStore: new (options: {
    readonly pool: Pool
    readonly hwmCacheTtlMs: number
  }) => DcbStore
}

const [coreName, storeName] = ['@dcb-es/event-store', '@dcb-es/event-store-postgres']

/** A stream is a tag here, and an expected version the position of the last event that was seen with it. */
export const openDcb = async ({ url, connections }: StorePlace): Promise<SuiteStore> => {
  const { AppendConditionError, Query, SequencePosition, Tags }: Dcb = await import(coreName)
  const { PostgresEventStore }: DcbPostgres = await import(storeName)
  const pool = new pg.Pool({ connectionString: url, max: connections })
  const store = new PostgresEventStore({ pool, hwmCacheTtlMs: 0 })
  await store.ensureInstalled()

  const tagsOf = (stream: string) => Tags.fromObj({ stream })
  const ofStream = (stream: string) => Query.fromItems([{ types: ['Happened'], tags: tagsOf(stream) }])
  const positions = new Map<string, { readonly version: number; readonly position: Position }>()
  const positionAt = async (stream: string, version: number): Promise<Position | undefined> => {
    if (version === 0) return SequencePosition.initial()
    const known = positions.get(stream)
    if (known?.version === version) return known.position
    let position: Position | undefined
    for await (const found of store.read(ofStream(stream), { limit: version })) position = found.position
    return position
  }

  return {
    append: async (stream, version, ids) => {
      const events = ids.map((id) => ({
        type: 'Happened',
        tags: tagsOf(stream),
        data: { id, stream },
        metadata: {},
      }))
      const condition = { failIfEventsMatch: ofStream(stream), after: await positionAt(stream, version) }
      try {
        const position = await store.append({ events, condition })
        positions.set(stream, { version: version + ids.length, position })
        return 'appended'
      } catch (error) {
        if (error instanceof AppendConditionError) return 'conflict'
        throw error
      }
    },
    readStream: async (stream) => {
      const ids: string[] = []
      for await (const { event } of store.read(ofStream(stream))) ids.push(event.data.id)
      return ids
    },
    readLog: async (after, limit) => {
      const entries: LogEntry[] = []
      let end = after
      const from = after === undefined ? {} : { after: SequencePosition.fromString(after) }
      for await (const { event, position } of store.read(Query.all(), { ...from, limit })) {
        entries.push(event.data)
        end = position.toString()
      }
      return { entries, end }
    },
    close: () => pool.end(),
  }
}
