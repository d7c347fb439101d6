import type { RecordedEvent } from '../../events/recorded-event'

const pageSize = 500

/** Hands events to whoever sends the same ones to others, too, in this very turn of the event loop. */
export type SendWithOthers = (events: readonly RecordedEvent[]) => void

interface SubscriptionOptions {
  readonly afterVersion: number
  /** Reads up to `limit` events of the stream after a version. */
  readonly readAfter: (version: number, limit: number) => Promise<RecordedEvent[]>
  /** Sends events on, alone or with others; resolves when more may be sent, rejects when the receiver doesn't keep up. */
  readonly send: (events: readonly RecordedEvent[], withOthers?: SendWithOthers) => Promise<void>
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

  const deliver = async (events: readonly RecordedEvent[], withOthers?: SendWithOthers) => {
    sent = events.at(-1)?.version ?? sent
    await send(events, withOthers)
  }

  const run = async (fresh: readonly RecordedEvent[], withOthers?: SendWithOthers) => {
    busy = true
    try {
      if (fresh.length > 0) await deliver(fresh, withOthers)
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
    /** Tells of new events of the stream, in order; what can be sent at once goes with others, where there are some. */
    push: (events: readonly RecordedEvent[], withOthers?: SendWithOthers): void => {
      if (stopped) return
      const fresh = events.filter((event) => event.version > sent)
      if (fresh.length === 0) return
      const follows = fresh[0]?.version === sent + 1
      if (busy || !follows) behind = true
      if (!busy) void run(follows ? fresh : [], withOthers)
    },
    stop: (): void => {
      stopped = true
    },
  }
}

export type LiveSubscription = ReturnType<typeof createSubscription>
