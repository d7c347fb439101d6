import type { RecordedEvent } from '../../events/recorded-event'
import type { EventRegistry } from '../../events/registry'
import { UnreadableEvent } from '../../events/unreadable-event'
import type { EventStore } from '../store/event-store'

/** Few, since each may be big; whoever is further behind reads from the log. */
const most = 64

export interface WrittenHere {
  /** The events that stand directly after a position, as many in a row as are known. */
  readonly after: (position: number) => readonly RecordedEvent[]
}

/**
 * A store that remembers what was last appended through it, by position: who follows the log has what this process
 * wrote without asking the database for it. The log is the one it was; what others wrote is read from there.
 */
export const withWrittenHere = (
  store: EventStore,
  registry: EventRegistry,
): EventStore & { readonly writtenHere: WrittenHere } => {
  const known = new Map<number, RecordedEvent>()
  const remember = (events: readonly RecordedEvent[]) => {
    for (const event of events.slice(-most)) {
      const current = inCurrentShape(event, registry)
      if (current) known.set(event.position, current)
    }
    for (const position of known.keys()) {
      if (known.size <= most) return
      known.delete(position)
    }
  }
  const after = (position: number): readonly RecordedEvent[] => {
    const events: RecordedEvent[] = []
    for (let next = known.get(position + 1); next; next = known.get(next.position + 1)) events.push(next)
    return events
  }
  return {
    ...store,
    append: async (append) => {
      const result = await store.append(append)
      if (result.type === 'written') remember(result.events)
      return result
    },
    appendTogether: async (appends) => {
      const result = await store.appendTogether(appends)
      if (result.type === 'written') for (const { events } of result.results) remember(events)
      return result
    },
    writtenHere: { after },
  }
}

const inCurrentShape = (event: RecordedEvent, registry: EventRegistry): RecordedEvent | undefined => {
  try {
    return registry.upcast(event)
  } catch (error) {
    if (error instanceof UnreadableEvent) return undefined
    throw error
  }
}
