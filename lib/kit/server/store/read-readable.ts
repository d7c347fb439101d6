import type { RecordedEvent } from '../../events/recorded-event'
import { UnreadableEvent } from '../../events/unreadable-event'
import type { EventStore, ReadAll } from './event-store'

export interface ReadablePage {
  readonly events: readonly RecordedEvent[]
  /** What stands directly after them and can't be read. */
  readonly unreadable?: UnreadableEvent | undefined
}

/** A page of the log up to the first event that can't be read. */
export const readReadable = async (
  store: Pick<EventStore, 'readAll'>,
  range: Omit<ReadAll, 'direction'>,
): Promise<ReadablePage> => {
  try {
    return { events: await store.readAll(range) }
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error
    const events = await store.readAll({ ...range, upTo: error.position - 1 })
    return { events, unreadable: error }
  }
}
