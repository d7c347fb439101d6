import os from 'node:os'
import type { Pool } from 'pg'
import type { Log } from '../../../kit/server/log'

const lookEveryMs = 1_000

/** Is a node of the shop running? It holds the leases of what follows the log. */
export const isShopOpen = async (pool: Pick<Pool, 'query'>): Promise<boolean> => {
  const { rows } = await pool.query<{ open: boolean }>(
    `SELECT EXISTS (
       SELECT FROM pg_locks JOIN pg_database ON pg_database.oid = pg_locks.database
       WHERE locktype = 'advisory' AND classid = hashtext('leases')::oid AND objsubid = 2
         AND datname = current_database()
     ) AS open`,
  )
  return rows[0]?.open ?? false
}

interface Watching {
  readonly pool: Pool
  readonly log: Log
  /** Told each time that the shop is seen open. */
  readonly onOpen?: (() => void) | undefined
}

/** Looks now and then whether the shop is open; what it saw last is at hand. */
export const watchShop = async ({ pool, log, onOpen }: Watching) => {
  let isOpen = false
  const see = async () => {
    isOpen = await isShopOpen(pool)
    if (isOpen) onOpen?.()
  }
  const look = async () => {
    try {
      await see()
    } catch (error) {
      log.debug({ err: error }, 'Could not see whether the shop is open')
    }
  }
  await see()
  const timer = setInterval(() => void look(), lookEveryMs)
  return { isOpen: () => isOpen, stop: () => clearInterval(timer) }
}

/**
 * Leaves the processors to whoever wants them, from now on: a process may not take its priority back. For programs whose
 * work is bulk work beside an open shop.
 */
export const yieldProcessors = (): void => os.setPriority(os.constants.priority.PRIORITY_LOW)
