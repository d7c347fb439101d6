import type { RecordedEvent } from '../../events/recorded-event'

const pageSize = 500

interface SubscriptionOptions {
  readonly afterVersion: number
  /** Reads up to `limit` events of the stream after a version. */
  readonly readAfter: (version: number, limit: number) => Promise<RecordedEvent[]>
  /** Sends events on; resolves when the receiver has them, rejects when it doesn't keep up. */
  readonly send: (events: readonly RecordedEvent[]) => Promise<void>
  /** Nothing more will come: reading or sending failed. */
  readonly onFailure: (error: unknown) => void
}

/**
 * One receiver of one stream: what it missed, then what happens, each version once and in order.
 *
 * While a send is under way nothing is buffered: what arrives only raises a flag, and is read from the log
 * when the receiver is ready for it. So the memory for a slow receiver stays bounded.
 */
export const createSubscription = ({ afterVersion, readAfter, send, onFailure }: SubscriptionOptions) => {
  let sent = afterVersion
  let behind = true
  let busy = false
  let stopped = false

  const deliver = async (events: readonly RecordedEvent[]) => {
    sent = events.at(-1)?.version ?? sent
    await send(events)
  }

  const run = async (fresh: readonly RecordedEvent[]) => {
    busy = true
    try {
      if (fresh.length > 0) await deliver(fresh)
      while (behind && !stopped) {
        behind = false
        const page = await readAfter(sent, pageSize)
        if (page.length === pageSize) behind = true
        if (page.length > 0 && !stopped) await deliver(page)
      }
    } catch (error) {
      if (!stopped) onFailure(error)
    } finally {
      busy = false
    }
  }

  return {
    /** Sends what was missed; from then on `push` sends what comes. */
    start: (): Promise<void> => run([]),
    /** Tells of new events of the stream, in order. */
    push: (events: readonly RecordedEvent[]): void => {
      if (stopped) return
      const fresh = events.filter((event) => event.version > sent)
      if (fresh.length === 0) return
      const follows = fresh[0]?.version === sent + 1
      if (busy || !follows) behind = true
      if (!busy) void run(follows ? fresh : [])
    },
    stop: (): void => {
      stopped = true
    },
  }
}

export type LiveSubscription = ReturnType<typeof createSubscription>
