import type { Sql } from '../postgres/sql'
import { ownerKey } from './data-keys'
import type { KeyRows } from './key-rows'
import type { WrappedKey } from './wrapped-key'

/** Wrapped keys in the table `data_keys`. */
export const createPostgresKeyRows = (sql: Sql): KeyRows => ({
  keep: async (keys) => {
    const kept = new Map<string, WrappedKey>()
    let left = keys
    // A row that another node commits meanwhile is seen by the next look.
    while (left.length > 0) {
      for (const row of await insertOrFind(sql, left)) kept.set(ownerKey(row), row)
      left = left.filter((key) => !kept.has(ownerKey(key)))
    }
    return [...kept.values()]
  },
  find: async (ids) => {
    const { rows } = await sql.query<WrappedKey>({
      name: 'find_data_keys',
      text: 'SELECT id, person, kind, wrapped FROM data_keys WHERE id = ANY ($1)',
      values: [ids],
    })
    return rows
  },
})

/**
 * In the owners' order, so that two who keep the same at once wait for each other and never deadlock. It is committed without a
 * flush of its own: the event that is sealed with a key is committed later, and its flush takes the key's row along.
 */
const insertOrFind = async (sql: Sql, keys: readonly WrappedKey[]): Promise<WrappedKey[]> => {
  const sorted = keys.toSorted((one, other) => (ownerKey(one) < ownerKey(other) ? -1 : 1))
  const { rows } = await sql.query<WrappedKey>({
    name: 'keep_data_keys',
    text: `WITH unflushed AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true)),
             given AS MATERIALIZED (SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::bytea[]) AS k(id, person, kind, wrapped)),
             added AS (INSERT INTO data_keys (id, person, kind, wrapped) SELECT given.* FROM unflushed, given
                       ON CONFLICT (person, kind) DO NOTHING RETURNING id, person, kind, wrapped)
           SELECT * FROM added
           UNION ALL
           SELECT d.id, d.person, d.kind, d.wrapped FROM data_keys d JOIN given USING (person, kind)`,
    values: [
      sorted.map(({ id }) => id),
      sorted.map(({ person }) => person),
      sorted.map(({ kind }) => kind),
      sorted.map(({ wrapped }) => wrapped),
    ],
  })
  return rows
}
