import { expect, it } from 'vitest'
import { createTestDatabase } from '../../testing/database'
import { createPool } from './pool'

it('outlives the loss of a connection that was lent out and is not in use', async () => {
  const database = await createTestDatabase()
  const pool = createPool({ connectionString: database.ownerUrl, max: 2 }, () => undefined)
  try {
    const lent = await pool.connect()
    const {
      rows: [{ pid }],
    } = await lent.query('SELECT pg_backend_pid() AS pid')
    const ended = new Promise<void>((resolve) => lent.once('end', resolve))
    // Unheard, what the connection says of its end would end the process.
    await pool.query('SELECT pg_terminate_backend($1)', [pid])
    await ended
    await expect(lent.query('SELECT 1')).rejects.toThrow()
    lent.release(true)
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  } finally {
    await pool.end()
    await database.drop()
  }
})
