import type { DomainEvent } from '../../events/recorded-event'
import { windowOfState } from '../../history/history'
import { keyframeInterval } from '../../kernel/keyframe-interval'
import { streamOf } from '../../streams/stream-of'
import { largestVersion } from '../../wire/api-fields'
import type { Identity } from '../../wire/identity'
import type { StreamOpening, StreamWindow } from '../../wire/stream-opening'
import type { StreamAccess } from '../access/access'
import type { Foldable } from '../aggregates/aggregate'
import type { Aggregates } from '../aggregates/aggregates'
import type { EventStore } from '../store/event-store'
import { loadStream } from '../store/load'

interface Dependencies {
  readonly store: Pick<EventStore, 'readStream' | 'headVersion'>
  readonly aggregates: Pick<Aggregates, 'at'>
}

interface Guarded<Person extends Identity> extends Dependencies {
  readonly access: Pick<StreamAccess<Person>, 'maySeeBegunBy'>
}

/** A page has at least so many events, where there are as many: enough for a screen of them. */
const fewestEvents = 64

/** A stream's state at a version and the events after it, as many as a window has; all of them where `toHead`. */
export const readWindow = async <State, Event extends DomainEvent>(
  { store, aggregates }: Dependencies,
  type: Foldable<State, Event>,
  streamId: string,
  from: number,
  toHead = false,
): Promise<StreamWindow<State, Event>> => {
  const [{ state }, events] = await Promise.all([
    aggregates.at(type, streamId, { type: 'version', version: from }),
    loadStream<Event>(store, streamOf(type, streamId), from + 1, toHead ? undefined : lastOf(from)),
  ])
  return { from, state, events }
}

/** The database counts no further than `largestVersion`. */
const lastOf = (from: number): number => Math.min(largestVersion, from + keyframeInterval)

/**
 * What a page needs of a stream: its last events, and the windows with the versions it looks at. Undefined where it isn't
 * there for this person.
 */
export const openForReading = async <State, Event extends DomainEvent, Person extends Identity>(
  dependencies: Guarded<Person>,
  type: Foldable<State, Event>,
  person: Person,
  streamId: string,
  versions: readonly number[],
): Promise<StreamOpening<State, Event> | undefined> => {
  const { store, access } = dependencies
  const stream = streamOf(type, streamId)
  const [head, [first]] = await Promise.all([store.headVersion(stream), store.readStream(stream, { to: 1 })])
  if (!first || !access.maySeeBegunBy(person, first)) return undefined
  const from = windowOfState(Math.max(0, head - fewestEvents))
  const looked = new Set(versions.map(windowOfState).filter((each) => each < from))
  const [last, ...windows] = await Promise.all([
    readWindow(dependencies, type, streamId, from, true),
    ...[...looked].map((each) => readWindow(dependencies, type, streamId, each)),
  ])
  return { streamType: type.streamType, streamId, createdAt: first.occurredAt, last, windows }
}
