import { NotJson } from '../../events/canonical-json'
import type { RecordedEvent } from '../../events/recorded-event'
import { eventHash } from './event-hash'

/** What is wrong with an event, seen from those before it in its stream. */
export type BrokenLink = 'WrongVersion' | 'OutOfOrder' | 'WrongHash'

/**
 * Checks events as stored, stream after stream and each in order of version. It holds one event: what follows a
 * broken one is judged by what the log says of that one, so that one change is one fault.
 */
export const createChainCheck = () => {
  let before: RecordedEvent | undefined

  return (event: RecordedEvent): BrokenLink | undefined => {
    const last = before && isSameStream(before, event) ? before : undefined
    before = event
    if (event.version !== (last?.version ?? 0) + 1) return 'WrongVersion'
    if (last && event.position <= last.position) return 'OutOfOrder'
    return hasItsHash(event, last?.hash ?? '') ? undefined : 'WrongHash'
  }
}

const isSameStream = (one: RecordedEvent, other: RecordedEvent): boolean =>
  one.streamId === other.streamId && one.streamType === other.streamType

const hasItsHash = (event: RecordedEvent, previous: string): boolean => {
  try {
    return eventHash(Buffer.from(previous, 'hex'), event).toString('hex') === event.hash
  } catch (error) {
    if (error instanceof NotJson) return false
    throw error
  }
}
