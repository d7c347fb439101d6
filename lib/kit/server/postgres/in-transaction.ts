import type { Pool } from 'pg'
import type { Sql } from './sql'

/** Works in a transaction: committed when the work is done, rolled back when it throws. */
export const inTransaction = async <Result>(
  pool: Pool,
  work: (sql: Sql) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect()
  let broken: Error | undefined
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
    client.release(broken)
  }
}
