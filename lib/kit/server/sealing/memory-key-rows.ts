import { ownerKey } from './data-keys'
import type { KeyRows } from './key-rows'
import type { WrappedKey } from './wrapped-key'

/** Wrapped keys in memory, for tests. A person's can be deleted. */
export const createMemoryKeyRows = (): KeyRows & { readonly delete: (person: string) => void } => {
  const rows = new Map<string, WrappedKey>()
  return {
    keep: async (keys) =>
      keys.map((key) => {
        const kept = rows.get(ownerKey(key)) ?? key
        rows.set(ownerKey(key), kept)
        return kept
      }),
    find: async (ids) => [...rows.values()].filter(({ id }) => ids.includes(id)),
    delete: (person) => {
      for (const [owner, row] of rows) if (row.person === person) rows.delete(owner)
    },
  }
}
