import type { LogEntry, StorePlace, SuiteStore } from '../../suite/store'
import { openActStore } from '../act-store'

interface Act {
  readonly ConcurrencyError: new (...args: never[]) => Error
}

const coreName = '@rotorsoft/act'
const meta = { correlation: 'suite', causation: {} }

/** Where two append at the same moment it throws what Postgres says of it. */
const isTaken = (error: unknown): boolean => (error as { code?: string }).code === '23505'

export const openAct = async (place: StorePlace): Promise<SuiteStore> => {
  const { ConcurrencyError }: Act = await import(coreName)
  const store = await openActStore(place)
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
