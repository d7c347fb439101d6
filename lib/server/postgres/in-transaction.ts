import type { Pool } from 'pg'
import type { Sql } from '../store/sql'

/** Works in a transaction: committed when the work is done, rolled back when it throws. */
export const inTransaction = async <Result>(
  pool: Pool,
  work: (sql: Sql) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect()
  let broken: Error | undefined
  const onError = (error: Error) => {
    broken = error
  }
  // A connection that breaks between two queries says so here; the next query fails with it.
  client.on('error', onError)
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((failed) => {
      broken = failed
    })
    throw error
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}
