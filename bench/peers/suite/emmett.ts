import pg, { type Pool } from 'pg'
import type { StorePlace, SuiteStore } from '../../suite/store'

interface Message {
  readonly metadata: { readonly messageId: string; readonly streamName: string }
}
interface EmmettStore {
  readonly schema: { readonly migrate: () => Promise<unknown> }
  readonly appendToStream: (stream: string, events: readonly object[], options: object) => Promise<unknown>
  readonly readStream: (stream: string) => Promise<{ readonly events: readonly Message[] }>
}
interface EmmettPostgres {
  readonly getPostgreSQLEventStore: (
    url: string,
    options: { readonly connectionOptions: { readonly pool: Pool } },
  ) => EmmettStore
  readonly readMessagesBatch: (
    execute: unknown,
    options: { readonly after: bigint; readonly batchSize: number },
  ) => Promise<{ readonly messages: readonly Message[]; readonly currentGlobalPosition: bigint }>
}
interface Emmett {
  readonly isExpectedVersionConflictError: (error: unknown) => boolean
}
interface Dumbo {
  readonly dumbo: (options: object) => { readonly execute: unknown; readonly close: () => Promise<void> }
}

const [coreName, storeName, dumboName] = [
  '@event-driven-io/emmett',
  '@event-driven-io/emmett-postgresql',
  '@event-driven-io/dumbo',
]

/** Read as its own consumers read. */
export const openEmmett = async ({ url, connections }: StorePlace): Promise<SuiteStore> => {
  const { isExpectedVersionConflictError }: Emmett = await import(coreName)
  const { getPostgreSQLEventStore, readMessagesBatch }: EmmettPostgres = await import(storeName)
  const { dumbo }: Dumbo = await import(dumboName)
  const pool = new pg.Pool({ connectionString: url, max: connections })
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pool } })
  await store.schema.migrate()
  const reader = dumbo({ connectionString: url })
  return {
    append: async (stream, version, ids) => {
      const events = ids.map((id) => ({ type: 'Happened', data: {}, metadata: { messageId: id } }))
      try {
        await store.appendToStream(stream, events, { expectedStreamVersion: BigInt(version) })
        return 'appended'
      } catch (error) {
        if (isExpectedVersionConflictError(error)) return 'conflict'
        throw error
      }
    },
    readStream: async (stream) =>
      (await store.readStream(stream)).events.map(({ metadata }) => metadata.messageId),
    readLog: async (after, limit) => {
      const page = await readMessagesBatch(reader.execute, { after: BigInt(after ?? 0), batchSize: limit })
      const entries = page.messages.map(({ metadata }) => ({
        stream: metadata.streamName,
        id: metadata.messageId,
      }))
      return { entries, end: entries.length > 0 ? String(page.currentGlobalPosition) : after }
    },
    close: async () => {
      await reader.close()
      await pool.end()
    },
  }
}
