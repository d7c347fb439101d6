import type { DomainEvent, RecordedEvent } from '../../events/recorded-event'
import { windowOfEvent } from '../../history/history'
import type { StreamOpening } from '../../wire/stream-opening'
import type { StreamRef } from '../../wire/stream-ref'
import { answerOf } from '../connection/ask-server'
import { fetchWindow } from './fetch-window'
import { streamPath } from './stream-path'

interface Beginning {
  readonly events: readonly RecordedEvent[]
  readonly headVersion: number
}

/** Asks the server for what a page brings of a stream: where it began, and the window of its last event. Rejects when it can't be had. */
export const fetchOpening = async <State, Event extends DomainEvent>({
  streamType,
  streamId,
}: StreamRef): Promise<StreamOpening<State, Event>> => {
  const path = streamPath(streamType, streamId)
  const { events, headVersion } = await answerOf<Beginning>(`${path}/events?limit=1`)
  const last = await fetchWindow<State, Event>(path, windowOfEvent(headVersion))
  return { streamType, streamId, createdAt: events[0]?.occurredAt, last, windows: [] }
}
