import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg, { type PoolClient } from 'pg'
import { withClient } from '../../../lib/kit/server/postgres/with-client'
import type { StorePlace, SuiteStore } from '../../suite/store'

const database = fileURLToPath(new URL('../node_modules/@eventide/message-db/database', import.meta.url))
/** In the order of its own `install.sh`. */
const folders = ['roles', 'schema', 'extensions', 'tables', 'types', 'functions', 'indexes']
const category = 'suite'
/** What its `write_message` raises by hand. */
const wrongVersion = /^Wrong expected version/

const install = (url: string): Promise<void> =>
  withClient(url, async (client) => {
    const { rows } = await client.query(
      `SELECT to_regclass('message_store.messages') IS NOT NULL AS is_there`,
    )
    if (rows[0].is_there) return
    await client.query('SET check_function_bodies = off; SET search_path = message_store, public')
    for (const folder of folders) {
      for (const file of readdirSync(`${database}/${folder}`)) {
        await client.query(readFileSync(`${database}/${folder}/${file}`, 'utf8'))
      }
    }
  })

const nameOf = (stream: string): string => `${category}-${stream}`
const streamOf = (name: string): string => name.slice(category.length + 1)

/** Its functions as they come; it has no client of its own for Node. */
export const openMessageDb = async ({ url, connections }: StorePlace): Promise<SuiteStore> => {
  await install(url)
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    options: '-c search_path=message_store,public',
  })

  const write = (client: PoolClient | pg.Pool, stream: string, version: number, id: string) =>
    client.query(`SELECT write_message($1, $2, 'Happened', '{}', NULL, $3)`, [
      id,
      nameOf(stream),
      version - 1,
    ])

  const writeTogether = async (stream: string, version: number, ids: readonly string[]): Promise<void> => {
    const client = await pool.connect()
    try {
      await client.query('BEGIN')
      for (const [nth, id] of ids.entries()) await write(client, stream, version + nth, id)
      await client.query('COMMIT')
      client.release()
    } catch (error) {
      client.release(true)
      throw error
    }
  }

  return {
    append: async (stream, version, ids) => {
      const [only] = ids
      try {
        if (only && ids.length === 1) await write(pool, stream, version, only)
        else await writeTogether(stream, version, ids)
        return 'appended'
      } catch (error) {
        if (wrongVersion.test((error as Error).message)) return 'conflict'
        throw error
      }
    },
    readStream: async (stream) =>
      (
        await pool.query<{ id: string }>('SELECT id FROM get_stream_messages($1, 0, -1)', [nameOf(stream)])
      ).rows.map(({ id }) => id),
    readLog: async (after, limit) => {
      const { rows } = await pool.query<{ id: string; stream_name: string; global_position: string }>(
        'SELECT id, stream_name, global_position FROM get_category_messages($1, $2, $3)',
        [category, String(BigInt(after ?? 0) + 1n), limit],
      )
      const entries = rows.map(({ id, stream_name }) => ({ id, stream: streamOf(stream_name) }))
      return { entries, end: rows.at(-1)?.global_position ?? after }
    },
    close: () => pool.end(),
  }
}
