import type { Pool, PoolClient } from 'pg'

/** Works with a connection of its own, which is closed afterwards with all that was set in it. */
export const withConnection = async <Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect()
  try {
    return await work(client)
  } finally {
    client.release(true)
  }
}
