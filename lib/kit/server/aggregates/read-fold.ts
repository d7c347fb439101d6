import type { RecordedEvent } from '../../events/recorded-event'
import type { EventStore } from '../store/event-store'
import { loadStream } from '../store/load'
import type { Foldable, Folded } from './aggregate'
import type { Moment } from './moment'

/** What of an event a fold may need. */
export type FoldedEvent = Pick<RecordedEvent, 'type' | 'data' | 'version' | 'position'>

/** A state to fold on from, where one was kept, and the events from there up to the moment. */
export interface ReadFold<State> {
  readonly base: Folded<State> | undefined
  readonly events: readonly FoldedEvent[]
}

/** Reads what is needed to know an aggregate's state at a moment. */
export type FoldReader = <State, Event>(
  aggregate: Foldable<State, Event>,
  streamId: string,
  moment: Moment,
) => Promise<ReadFold<State>>

/** Reads from any store: all events from the first on. */
export const readFoldFrom =
  (store: Pick<EventStore, 'readStream'>): FoldReader =>
  async ({ streamType }, streamId, moment) => ({
    base: undefined,
    events: await eventsUpTo(store, { type: streamType, id: streamId }, 1, moment),
  })

/** A stream's events from a version on, up to a moment. */
export const eventsUpTo = async (
  store: Pick<EventStore, 'readStream'>,
  stream: { readonly type: string; readonly id: string },
  from: number,
  moment: Moment,
): Promise<RecordedEvent[]> => {
  const to = moment.type === 'version' ? moment.version : undefined
  const events = await loadStream(store, stream, from, to)
  const last = events.findLastIndex((event) => hadHappened(event, moment))
  return events.slice(0, last + 1)
}

const hadHappened = ({ position, occurredAt }: RecordedEvent, moment: Moment): boolean => {
  if (moment.type === 'position') return position <= moment.position
  return moment.type !== 'instant' || Date.parse(occurredAt) <= Date.parse(moment.at)
}
