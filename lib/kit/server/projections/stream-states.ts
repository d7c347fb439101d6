import { LRUCache } from 'lru-cache'
import type { DomainEvent, RecordedEvent } from '../../events/recorded-event'
import type { StoredStreamType } from '../../streams/stored-stream-type'
import type { Versioned } from '../../streams/stream-type'
import { loadStream } from '../store/load'
import type { Streams } from './projection'

/** What it takes to follow the streams of a type. */
export type FollowedType<State extends Versioned, Event extends DomainEvent> = Pick<
  StoredStreamType<State, never, Event>,
  'streamType' | 'initial' | 'evolve' | 'fold' | 'endings' | 'bytesOf'
>

/** An event, and its stream before and after it. */
export interface StreamStep<State extends Versioned = Versioned, Event extends DomainEvent = DomainEvent> {
  readonly event: RecordedEvent<Event>
  readonly before: State
  readonly after: State
  readonly opened: Opened
}

/** The last step that each stream took. */
export const lastSteps = <Step extends StreamStep>(steps: readonly Step[]): ReadonlyMap<string, Step> =>
  new Map(steps.map((step) => [step.event.streamId, step]))

/** When and where in the log the stream's first event stands. */
interface Opened {
  readonly position: number
  /** ISO 8601, UTC. */
  readonly at: string
}

interface Known<State> {
  readonly state: State
  readonly opened: Opened | undefined
}

const loadsAtOnce = 8

/**
 * Walks streams of a type along their events. Those that haven't ended are remembered, up to so many bytes; one that
 * isn't known at the very version before an event is read, so that it never matters what was seen before.
 */
export const createStreamStates = <State extends Versioned, Event extends DomainEvent>(
  type: FollowedType<State, Event>,
  streams: Streams,
  maxBytes: number,
) => {
  const remembered = new LRUCache<string, Known<State>>({
    maxSize: maxBytes,
    sizeCalculation: ({ state }) => type.bytesOf(state),
  })

  const load = async (id: string, version: number): Promise<Known<State>> => {
    const nearest = remembered.get(id)
    const base: Known<State> =
      nearest && nearest.state.version <= version ? nearest : { state: type.initial(id), opened: undefined }
    if (base.state.version === version) return base
    const name = { type: type.streamType, id }
    const missed = await loadStream<Event>(streams, name, base.state.version + 1, version)
    const state = type.fold(base.state, missed)
    if (state.version !== version)
      throw new Error(`${name.type} ${id} can't be read up to version ${version}`)
    return { state, opened: base.opened ?? openedBy(missed) }
  }

  /** Reads what isn't remembered of the streams that the events begin with, several at a time. */
  const loadAll = async (events: readonly RecordedEvent<Event>[]): Promise<Map<string, Known<State>>> => {
    const firsts = new Map<string, number>()
    for (const { streamId, version } of events) if (!firsts.has(streamId)) firsts.set(streamId, version)
    const ids = [...firsts]
    const known = new Map<string, Known<State>>()
    for (let at = 0; at < ids.length; at += loadsAtOnce) {
      const some = ids.slice(at, at + loadsAtOnce)
      const loaded = await Promise.all(some.map(([id, version]) => load(id, version - 1)))
      for (const [index, [id]] of some.entries()) known.set(id, loaded[index] as Known<State>)
    }
    return known
  }

  const isOfType = (event: RecordedEvent): event is RecordedEvent<Event> =>
    event.streamType === type.streamType
  const endings: ReadonlySet<string> = new Set(type.endings)

  /** The steps that streams took by these events; those of other types are left out. */
  return async (events: readonly RecordedEvent[]): Promise<StreamStep<State, Event>[]> => {
    const own = events.filter(isOfType)
    const known = await loadAll(own)
    const ended = new Set<string>()
    const steps: StreamStep<State, Event>[] = []
    for (const event of own) {
      const { streamId: id } = event
      let latest = known.get(id) as Known<State>
      if (latest.state.version !== event.version - 1) latest = await load(id, event.version - 1)
      const opened = latest.opened ?? { position: event.position, at: event.occurredAt }
      const step = { event, before: latest.state, after: type.evolve(latest.state, event), opened }
      known.set(id, { state: step.after, opened })
      if (endings.has(event.type)) ended.add(id)
      steps.push(step)
    }
    for (const [id, latest] of known) {
      if (ended.has(id)) remembered.delete(id)
      else remembered.set(id, latest)
    }
    return steps
  }
}

const openedBy = ([first]: readonly RecordedEvent[]): Opened | undefined =>
  first && { position: first.position, at: first.occurredAt }
