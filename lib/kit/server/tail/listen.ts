import pg from 'pg'
import type { Log } from '../log'

const firstRetryMs = 100
const lastRetryMs = 5_000

export interface Listener {
  /**
   * Resolves when everything that was told before, by transactions that are committed, has been handed to `onHint`: Postgres
   * sends it ahead of its answer. @throws while there is no connection
   */
  readonly hear: () => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * Calls `onHint` with what each NOTIFY on the channel says, and without anything whenever some may have been missed.
 * Reconnects by itself.
 */
export const listen = (
  connection: pg.ClientConfig,
  channel: string,
  onHint: (payload?: string) => void,
  log: Log,
): Listener => {
  let stopped = false
  let client: pg.Client | undefined
  let isListening = false
  let retryMs = firstRetryMs
  let retry: NodeJS.Timeout | undefined

  const lose = (lost: pg.Client, error?: Error) => {
    if (stopped || client !== lost) return
    client = undefined
    isListening = false
    log.warn({ err: error, channel }, 'Lost the connection that listens; doing without until it is back')
    lost.end().catch(() => undefined)
    retry = setTimeout(connect, retryMs)
    retryMs = Math.min(retryMs * 2, lastRetryMs)
  }

  const connect = async () => {
    const fresh = new pg.Client({ ...connection, keepAlive: true })
    client = fresh
    fresh.on('error', (error) => lose(fresh, error))
    fresh.on('end', () => lose(fresh))
    fresh.on('notification', ({ payload }) => onHint(payload ?? ''))
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
      isListening = client === fresh
      retryMs = firstRetryMs
      onHint()
    } catch (error) {
      lose(fresh, error as Error)
    }
  }
  void connect()

  return {
    hear: async () => {
      const asked = client
      if (!asked || !isListening) throw new Error(`Nothing is heard of ${channel} at this moment`)
      try {
        await asked.query('SELECT')
      } catch (error) {
        lose(asked, error as Error)
        throw error
      }
    },
    stop: async () => {
      stopped = true
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}
