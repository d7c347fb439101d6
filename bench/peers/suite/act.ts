import type { LogEntry, StorePlace, SuiteStore } from '../../suite/store'

interface Committed {
  readonly id: number
  readonly stream: string
  readonly data: { readonly id: string }
}
interface ActStore {
  readonly seed: () => Promise<void>
  readonly dispose: () => Promise<void>
  readonly commit: (
    stream: string,
    messages: readonly object[],
    meta: object,
    version: number,
  ) => Promise<unknown>
  readonly query: (
    take: (event: Committed) => void,
    query: { readonly stream?: string; readonly after?: number; readonly limit?: number },
  ) => Promise<number>
}
interface ActPostgres {
  readonly PostgresStore: new (config: object) => ActStore
}
interface Act {
  readonly ConcurrencyError: new (...args: never[]) => Error
}

const [coreName, storeName] = ['@rotorsoft/act', '@rotorsoft/act-pg']
const meta = { correlation: 'suite', causation: {} }

/** Where two append at the same moment it throws what Postgres says of it. */
const isTaken = (error: unknown): boolean => (error as { code?: string }).code === '23505'

export const openAct = async ({ url, connections }: StorePlace): Promise<SuiteStore> => {
  const { ConcurrencyError }: Act = await import(coreName)
  const { PostgresStore }: ActPostgres = await import(storeName)
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
  return {
    append: async (stream, version, ids) => {
      const messages = ids.map((id) => ({ name: 'Happened', data: { id } }))
      try {
        await store.commit(stream, messages, meta, version - 1)
        return 'appended'
      } catch (error) {
        if (error instanceof ConcurrencyError || isTaken(error)) return 'conflict'
        throw error
      }
    },
    readStream: async (stream) => {
      const ids: string[] = []
      await store.query(({ data }) => void ids.push(data.id), { stream })
      return ids
    },
    readLog: async (after, limit) => {
      const entries: LogEntry[] = []
      let end = after
      await store.query(
        ({ id, stream, data }) => {
          entries.push({ stream, id: data.id })
          end = String(id)
        },
        { after: Number(after ?? 0), limit },
      )
      return { entries, end }
    },
    close: () => store.dispose(),
  }
}
