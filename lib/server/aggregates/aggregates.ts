import type { DomainEvent } from '../../protocol/recorded-event'
import type { EventStore } from '../store/event-store'
import { loadStream } from '../store/load'
import type { Foldable, Folded } from './aggregate'
import { type AggregateCache, createAggregateCache } from './aggregate-cache'

/** Finds a state that was kept somewhere, to fold on from. */
export type FindSnapshot = <State, Event extends DomainEvent>(
  aggregate: Foldable<State, Event>,
  streamId: string,
) => Promise<Folded<State> | undefined>

export interface Aggregates {
  /**
   * A stream's state: as last seen by this process where it is in the cache, else as the log has it: the newest
   * snapshot and what came after.
   */
  readonly load: <State, Event extends DomainEvent>(
    aggregate: Foldable<State, Event>,
    streamId: string,
  ) => Promise<Loaded<State>>
  /** As the log has it now. */
  readonly loadFresh: <State, Event extends DomainEvent>(
    aggregate: Foldable<State, Event>,
    streamId: string,
  ) => Promise<Loaded<State>>
  /** The state after these events, which have just been appended to it. */
  readonly advance: <State, Event extends DomainEvent>(
    aggregate: Foldable<State, Event>,
    streamId: string,
    from: Folded<State>,
    events: readonly Event[],
    to: { readonly version: number; readonly position: number },
  ) => void
}

export interface Loaded<State> extends Folded<State> {
  /** Was the log asked? Else it may have gone on elsewhere. */
  readonly isFresh: boolean
}

const keyOf = (aggregate: { streamType: string }, streamId: string): string =>
  `${aggregate.streamType}/${streamId}`

/** Loads aggregates: hot cache, else newest snapshot and the rest. */
export const createAggregates = (
  store: Pick<EventStore, 'readStream'>,
  findSnapshot: FindSnapshot,
  cache: AggregateCache = createAggregateCache(),
): Aggregates => {
  const remember = <State, Event extends DomainEvent>(
    aggregate: Foldable<State, Event>,
    streamId: string,
    folded: Folded<State>,
  ): void => cache.set(keyOf(aggregate, streamId), folded, aggregate.bytesOf(folded.state))

  const loadFresh: Aggregates['loadFresh'] = async (aggregate, streamId) => {
    type State = ReturnType<typeof aggregate.initial>
    const base: Folded<State> = cache.get<State>(keyOf(aggregate, streamId)) ??
      (await findSnapshot(aggregate, streamId)) ?? {
        state: aggregate.initial(streamId),
        version: 0,
        position: 0,
      }
    const news = await loadStream(store, { type: aggregate.streamType, id: streamId }, base.version + 1)
    const last = news.at(-1)
    if (!last) return { ...base, isFresh: true }
    const state = aggregate.fold(base.state, news as Iterable<never>)
    const folded = { state, version: last.version, position: last.position }
    remember(aggregate, streamId, folded)
    return { ...folded, isFresh: true }
  }

  return {
    load: async (aggregate, streamId) => {
      const cached = cache.get<ReturnType<typeof aggregate.initial>>(keyOf(aggregate, streamId))
      return cached ? { ...cached, isFresh: false } : loadFresh(aggregate, streamId)
    },
    loadFresh,
    advance: (aggregate, streamId, from, events, { version, position }) =>
      remember(aggregate, streamId, { state: aggregate.fold(from.state, events), version, position }),
  }
}
