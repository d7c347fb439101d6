import type { RecordedCartEvent } from '../../protocol/recorded-event'

/** So many events may be on their way to a receiver who hasn't said that it has them. */
const mostOnTheirWay = 64

interface Receiver {
  readonly send: (events: readonly RecordedCartEvent[]) => void
  /** Resolves when the receiver has all that was sent; rejects when it says nothing. */
  readonly receipt: () => Promise<void>
}

/**
 * Sends on, and asks for a receipt when much is on its way. Not for each event: hundreds who follow one cart would
 * answer at the very moment at which all are told.
 */
export const withReceipts = ({ send, receipt }: Receiver) => {
  let onTheirWay = 0
  return async (events: readonly RecordedCartEvent[]): Promise<void> => {
    send(events)
    onTheirWay += events.length
    if (onTheirWay < mostOnTheirWay) return
    await receipt()
    onTheirWay = 0
  }
}
