import type { KeyRows } from './key-rows'
import type { WrappedKey } from './wrapped-key'

/** Wrapped keys in memory, for tests. A person's can be deleted. */
export const createMemoryKeyRows = (): KeyRows & { readonly delete: (person: string) => void } => {
  let rows: readonly WrappedKey[] = []
  const ownedAs = ({ person, kind }: WrappedKey) =>
    rows.find((row) => row.person === person && row.kind === kind)
  return {
    keep: async (keys) =>
      keys.map((key) => {
        const kept = ownedAs(key)
        if (!kept) rows = [...rows, key]
        return kept ?? key
      }),
    find: async (ids) => rows.filter(({ id }) => ids.includes(id)),
    delete: (person) => {
      rows = rows.filter((row) => row.person !== person)
    },
  }
}
