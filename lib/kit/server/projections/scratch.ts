import { escapeIdentifier, type Pool, type PoolClient } from 'pg'
import { withConnection } from '../postgres/with-connection'
import { liveSchema, type Projection } from './projection'

/**
 * Works in a transaction in which a projection's tables are empty ones of its own, that nobody else sees. Nothing
 * is left of them; those that are read stand elsewhere.
 */
export const inScratch = <Result>(
  pool: Pool,
  { tables }: Projection,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> =>
  withConnection(pool, async (client) => {
    await client.query('BEGIN')
    for (const table of tables.map(escapeIdentifier)) {
      await client.query(
        `CREATE TEMPORARY TABLE ${table} (LIKE ${liveSchema}.${table} INCLUDING ALL) ON COMMIT DROP`,
      )
    }
    await client.query('SET LOCAL search_path TO pg_temp')
    const result = await work(client)
    await client.query('ROLLBACK')
    return result
  })
