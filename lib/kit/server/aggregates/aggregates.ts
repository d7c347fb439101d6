import type { EventStore } from '../store/event-store'
import { loadStream } from '../store/load'
import { type Foldable, type Folded, snapshotEveryOf } from './aggregate'
import { type AggregateCache, createAggregateCache } from './aggregate-cache'
import { head, type Moment } from './moment'
import type { FoldReader } from './read-fold'

export interface Loaded<State> extends Folded<State> {
  /** Was the log asked? Else it may have gone on elsewhere. */
  readonly isFresh: boolean
}

export interface Aggregates {
  /** A stream's state as this process last saw it, where it is in the cache; else as the log has it. */
  readonly load: <State, Event>(aggregate: Foldable<State, Event>, streamId: string) => Promise<Loaded<State>>
  /** As it was last seen; where it wasn't, as it begins. */
  readonly loadNew: <State, Event>(
    aggregate: Foldable<State, Event>,
    streamId: string,
  ) => Promise<Loaded<State>>
  /** As the log has it now: what is cached, or the newest snapshot, and what came after. */
  readonly loadFresh: <State, Event>(
    aggregate: Foldable<State, Event>,
    streamId: string,
  ) => Promise<Loaded<State>>
  /**
   * As it was at a moment: one query, none before the first event, and at most as many events folded as lie between two
   * snapshots; as it is now only those that a cached state lacks.
   */
  readonly at: <State, Event>(
    aggregate: Foldable<State, Event>,
    streamId: string,
    moment: Moment,
  ) => Promise<Folded<State>>
  /** Remembers the state after events that have just been appended to it. */
  readonly advance: <State, Event>(
    aggregate: Foldable<State, Event>,
    streamId: string,
    from: Folded<State>,
    events: readonly Event[],
    to: { readonly version: number; readonly position: number },
  ) => void
}

interface Dependencies {
  readonly store: Pick<EventStore, 'readStream'>
  readonly read: FoldReader
  readonly cache?: AggregateCache
  /** Hears of streams that lack snapshots. */
  readonly onSnapshotDue?: <State, Event>(aggregate: Foldable<State, Event>, streamId: string) => void
}

const keyOf = (aggregate: { streamType: string }, streamId: string): string =>
  `${aggregate.streamType}/${streamId}`

/** Loads aggregates: hot cache, else newest snapshot and the rest. */
export const createAggregates = ({
  store,
  read,
  cache = createAggregateCache(),
  onSnapshotDue = () => undefined,
}: Dependencies): Aggregates => {
  const underWay = new Map<string, Promise<Loaded<unknown>>>()

  const remember = <State, Event>(
    aggregate: Foldable<State, Event>,
    streamId: string,
    folded: Folded<State>,
  ): void => cache.set(keyOf(aggregate, streamId), folded, aggregate.bytesOf(folded.state))

  const readAt: Aggregates['at'] = async (aggregate, streamId, moment) => {
    // The page of a short stream asks for it at every view.
    if (moment.type === 'version' && moment.version < 1) return beginningOf(aggregate, streamId)
    const { base, events } = await read(aggregate, streamId, moment)
    if (events.length >= snapshotEveryOf(aggregate)) onSnapshotDue(aggregate, streamId)
    return foldOn(aggregate, base ?? beginningOf(aggregate, streamId), events)
  }

  const goOn = async <State, Event>(
    aggregate: Foldable<State, Event>,
    streamId: string,
    from: Folded<State>,
  ): Promise<Folded<State>> => {
    const stream = { type: aggregate.streamType, id: streamId }
    // The last one that is known is asked for, too: where the log answers with nothing, cold storage would be looked through.
    const events = await loadStream(store, stream, from.version)
    return foldOn(aggregate, from, events.slice(1))
  }

  const at: Aggregates['at'] = async (aggregate, streamId, moment) => {
    if (moment.type !== 'head') return readAt(aggregate, streamId, moment)
    const cached = cache.get<ReturnType<typeof aggregate.initial>>(keyOf(aggregate, streamId))
    // What is only looked at isn't remembered: it would push out what is written to.
    return cached ? goOn(aggregate, streamId, cached) : readAt(aggregate, streamId, head)
  }

  const loadFresh: Aggregates['loadFresh'] = async (aggregate, streamId) => {
    const folded = await at(aggregate, streamId, head)
    if (folded.version > 0) remember(aggregate, streamId, folded)
    return { ...folded, isFresh: true }
  }

  /** Whoever wants the same meanwhile shares it, so that many at once cost one look at the log. */
  const loadShared = async <State, Event>(
    aggregate: Foldable<State, Event>,
    streamId: string,
  ): Promise<Loaded<State>> => {
    const key = keyOf(aggregate, streamId)
    const begunBefore = underWay.get(key) as Promise<Loaded<State>> | undefined
    const loading = begunBefore ?? loadFresh(aggregate, streamId).finally(() => underWay.delete(key))
    underWay.set(key, loading)
    const loaded = await loading
    return begunBefore ? { ...loaded, isFresh: false } : loaded
  }

  return {
    at,
    loadFresh,
    loadNew: async (aggregate, streamId) => ({
      ...(cache.get<ReturnType<typeof aggregate.initial>>(keyOf(aggregate, streamId)) ??
        beginningOf(aggregate, streamId)),
      isFresh: false,
    }),
    load: async (aggregate, streamId) => {
      const cached = cache.get<ReturnType<typeof aggregate.initial>>(keyOf(aggregate, streamId))
      return cached ? { ...cached, isFresh: false } : loadShared(aggregate, streamId)
    },
    advance: (aggregate, streamId, from, events, { version, position }) => {
      remember(aggregate, streamId, { state: aggregate.fold(from.state, events), version, position })
      const every = snapshotEveryOf(aggregate)
      if (Math.floor(version / every) > Math.floor(from.version / every)) onSnapshotDue(aggregate, streamId)
    },
  }
}

const beginningOf = <State>(aggregate: Foldable<State, never>, streamId: string): Folded<State> => ({
  state: aggregate.initial(streamId),
  version: 0,
  position: 0,
})

/** `Event` is what the stream's type promises: only its own aggregate writes to it. */
const foldOn = <State, Event>(
  aggregate: Foldable<State, Event>,
  from: Folded<State>,
  events: readonly { readonly version: number; readonly position: number }[],
): Folded<State> => {
  const last = events.at(-1)
  if (!last) return from
  const state = aggregate.fold(from.state, events as unknown as readonly Event[])
  return { state, version: last.version, position: last.position }
}
