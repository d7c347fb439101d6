import pg from 'pg'

/** Connections for the whole process. `onError` hears of idle ones that broke; the pool replaces them by itself. */
export const createPool = (config: pg.PoolConfig, onError: (error: Error) => void): pg.Pool => {
  const pool = new pg.Pool(config)
  pool.on('error', onError)
  return pool
}
