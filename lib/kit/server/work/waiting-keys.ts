import type { Sql } from '../postgres/sql'

/**
 * Which keys of a queue have work waiting, for whoever adds to it: what comes later goes behind. It is remembered, so that it
 * costs nothing to ask while nothing waits. One that adds at a time: whoever takes over makes one anew.
 */
export const createWaitingKeys = (sql: Sql, queue: string) => {
  let known: Promise<Set<string>> | undefined

  const all = (): Promise<Set<string>> => {
    known ??= keysOf(sql, queue).catch((error) => {
      known = undefined
      throw error
    })
    return known
  }

  return {
    /** Those of the keys that have work waiting. */
    among: async (keys: readonly string[]): Promise<ReadonlySet<string>> => {
      const waiting = await all()
      const asked = [...new Set(keys)].filter((key) => waiting.has(key))
      if (asked.length === 0) return new Set()
      const still = await keysOf(sql, queue, asked)
      for (const key of asked) if (!still.has(key)) waiting.delete(key)
      return still
    },
    /** Work was added under a key. */
    add: async (key: string): Promise<void> => {
      ;(await all()).add(key)
    },
  }
}

const keysOf = async (sql: Sql, queue: string, among?: readonly string[]): Promise<Set<string>> => {
  const { rows } = await sql.query<{ key: string }>(
    `SELECT DISTINCT key FROM waiting_work WHERE queue = $1 AND ($2::text[] IS NULL OR key = ANY ($2))`,
    [queue, among ?? null],
  )
  return new Set(rows.map(({ key }) => key))
}
