import pg from 'pg'
import type { Log } from '../log'

const firstRetryMs = 100
const lastRetryMs = 5_000

export interface Listener {
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
  let retryMs = firstRetryMs
  let retry: NodeJS.Timeout | undefined

  const connect = async () => {
    const fresh = new pg.Client({ ...connection, keepAlive: true })
    client = fresh
    const again = (error?: Error) => {
      if (stopped || client !== fresh) return
      client = undefined
      log.warn({ err: error, channel }, 'Lost the connection that listens; doing without until it is back')
      fresh.end().catch(() => undefined)
      retry = setTimeout(connect, retryMs)
      retryMs = Math.min(retryMs * 2, lastRetryMs)
    }
    fresh.on('error', again)
    fresh.on('end', () => again())
    fresh.on('notification', ({ payload }) => onHint(payload ?? ''))
    try {
      await fresh.connect()
      await fresh.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
      retryMs = firstRetryMs
      onHint()
    } catch (error) {
      again(error as Error)
    }
  }
  void connect()

  return {
    stop: async () => {
      stopped = true
      clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}
