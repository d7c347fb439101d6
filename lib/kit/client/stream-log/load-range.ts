import type { DomainEvent, RecordedEvent } from '../../events/recorded-event'
import { windowOfEvent } from '../../history/history'
import { keyframeInterval } from '../../kernel/keyframe-interval'
import type { StreamWindow } from '../../wire/stream-opening'

interface Loader<Event extends DomainEvent> {
  readonly loadWindow: (from: number) => Promise<StreamWindow<unknown, Event>>
  readonly head: number
}

/** The events of versions `first` to `last`, window by window. Rejects when the server can't be asked. */
export const loadRange = async <Event extends DomainEvent>(
  { loadWindow, head }: Loader<Event>,
  first: number,
  last: number,
): Promise<RecordedEvent<Event>[]> => {
  const events: RecordedEvent<Event>[] = []
  const end = Math.min(last, head)
  for (let from = windowOfEvent(Math.max(1, first)); from < end; from += keyframeInterval) {
    events.push(...(await loadWindow(from)).events)
  }
  return events.filter(({ version }) => version >= first && version <= end)
}
