import pg from 'pg'

/**
 * Connections for the whole process. `onError` hears of idle ones that broke; the pool replaces them by itself. One
 * that breaks while it is lent out fails the query under way, or the next.
 */
export const createPool = (config: pg.PoolConfig, onError: (error: Error) => void): pg.Pool => {
  const pool = new pg.Pool(config)
  pool.on('error', onError)
  // The pool hears only idle ones. Unheard, what a lent one says between two queries would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
