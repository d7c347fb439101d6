import type { DomainEvent } from '../../events/recorded-event'
import type { EventRegistry } from '../../events/registry'
import type { StreamName } from '../../events/stream-name'
import type { Append, EventStore, ExpectedVersion, NewEvent } from '../../server/store/event-store'
import { eventBuilders } from '../event-builders'
import type { Random } from './random'

/** What the appends are made of. */
export interface RandomAppend {
  readonly registry: EventRegistry
  readonly streamType: string
  /** What a stream begins with. */
  readonly first: DomainEvent
  readonly next: (random: Random) => DomainEvent
}

interface Options {
  readonly store: EventStore
  readonly written: RandomAppend
  readonly random: Random
  readonly streams: number
}

const hotStreams = 10
const topics = 20

/**
 * Appends of every kind, one a call: to a few hot streams and many others, at the version last seen, at stale ones,
 * `any`, `none`, `exists`, together, under conditions, and of no events, as checks. Many of them are bound to be refused.
 */
export const createRandomAppends = ({
  store,
  written: { registry, streamType, first, next },
  random,
  streams,
}: Options): (() => Promise<unknown>) => {
  const { newEvent } = eventBuilders(registry, streamType)
  const seen = new Map<string, number>()
  let seenPosition = 0

  const streamOf = (id: string): StreamName => ({ type: streamType, id })

  const anyStream = (): StreamName =>
    streamOf(`raced-${random.below(random.pick([hotStreams, streams, streams]))}`)

  const expectedOf = ({ id }: StreamName): ExpectedVersion => {
    const version = seen.get(id) ?? 0
    const stale = Math.max(0, version - 1 - random.below(3))
    return random.pick([version, version, version, version, stale, 'any', 'any', 'exists', 'none'])
  }

  const anEvent = (isFirst: boolean): NewEvent => {
    return newEvent(isFirst ? first : next(random), {
      tags: random.pick([[], [`topic:${random.below(topics)}`]]),
    })
  }

  const anAppend = (stream: StreamName): Append => {
    const expectedVersion = expectedOf(stream)
    const isNew = expectedVersion === 'none' || expectedVersion === 0
    const length = random.below(20) === 0 ? 0 : 1 + random.below(3)
    const events = Array.from({ length }, (_, nth) => anEvent(isNew && nth === 0))
    return { stream, expectedVersion, events }
  }

  const learn = (
    { id }: StreamName,
    result: { type: string; version?: number; actual?: number; position?: number },
  ) => {
    const version = result.version ?? result.actual
    if (version !== undefined) seen.set(id, version)
    seenPosition = Math.max(seenPosition, result.position ?? 0)
  }

  const appendOne = async () => {
    const append = anAppend(anyStream())
    learn(append.stream, await store.append(append))
  }

  const appendTogether = async () => {
    const [one, other] = [anAppend(anyStream()), anAppend(streamOf(`paired-${random.below(streams)}`))]
    const topic = () => ({ tags: [`topic:${random.below(topics)}`] })
    const since = { ...topic(), after: Math.max(0, seenPosition - random.below(50)) }
    const asked = { queries: random.pick([[topic()], [topic(), since]]), after: seenPosition }
    const ever = { queries: [{ ...topic(), types: [first.type] }] }
    const result = await store.appendTogether({
      appends: [one, other],
      condition: random.pick([undefined, asked, asked, ever]),
    })
    if (result.type === 'outdated') learn(one.stream, { type: result.type, position: result.position })
    if (result.type !== 'written' && result.type !== 'refused') return
    for (const [nth, { stream }] of [one, other].entries())
      learn(stream, result.results[nth] ?? { type: 'none' })
  }

  return () => (random.below(8) === 0 ? appendTogether() : appendOne())
}
