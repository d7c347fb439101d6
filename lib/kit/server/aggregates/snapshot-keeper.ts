import type { RecordedEvent } from '../../events/recorded-event'
import type { Log } from '../log'
import type { EventCodec } from '../store/codec'
import type { EventStore } from '../store/event-store'
import { iterateStream } from '../store/iterate'
import { type Foldable, snapshotEveryOf } from './aggregate'
import {
  outdatedStreams,
  type Snapshot,
  type SnapshotKeeping,
  type SnapshotPage,
  snapshotsOf,
} from './snapshot-rows'

type AnyFoldable = Foldable<unknown, never>

interface Dependencies extends SnapshotKeeping {
  readonly store: Pick<EventStore, 'readStream' | 'headVersion'>
  readonly log: Log
}

export interface SnapshotKeeper {
  /** Has the stream's missing snapshots made when there is time. */
  readonly request: <State, Event>(aggregate: Foldable<State, Event>, streamId: string) => void
  /** Makes them now. */
  readonly fill: <State, Event>(aggregate: Foldable<State, Event>, streamId: string) => Promise<void>
  /** Some of a stream's snapshots in order of version, and its head; those that are missing are made first. */
  readonly read: <State, Event>(
    aggregate: Foldable<State, Event>,
    streamId: string,
    page: SnapshotPage,
  ) => Promise<{ readonly snapshots: readonly Snapshot<State>[]; readonly headVersion: number }>
  /** Requests those of all streams that only have an older fold's. */
  readonly renew: <State, Event>(aggregate: Foldable<State, Event>) => Promise<void>
  /** Resolves when nothing is left to do. */
  readonly idle: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Whoever needs a snapshot that was forgotten asks again. */
const maxRequests = 10_000
const perInsert = 16
const renewedAtOnce = 1_000

const keyOf = ({ streamType }: AnyFoldable, streamId: string): string => `${streamType}/${streamId}`

/** Makes snapshots in the background, one stream at a time, never where somebody waits for a command. */
export const createSnapshotKeeper = ({ store, log, ...keeping }: Dependencies): SnapshotKeeper => {
  const requests = new Map<string, { aggregate: AnyFoldable; streamId: string }>()
  const underWay = new Map<string, Promise<void>>()
  let working: Promise<void> | undefined
  let stopped = false

  const work = async (): Promise<void> => {
    for (const [key, { aggregate, streamId }] of requests) {
      if (stopped) break
      // First, so that what is requested meanwhile isn't forgotten.
      requests.delete(key)
      try {
        await fill(aggregate, streamId)
      } catch (error) {
        log.warn({ err: error, stream: key }, 'Snapshots could not be made; the next slow load asks again')
      }
    }
    working = undefined
  }

  /** `gone` are keys whose fields read as erased from the first. Where another one goes meanwhile, all is read again. */
  const make = async (
    aggregate: AnyFoldable,
    streamId: string,
    gone: readonly string[] = [],
  ): Promise<void> => {
    const kept = snapshotsOf(keeping, aggregate, streamId)
    const keysIn = (event: RecordedEvent) => keeping.codec.keysIn(event).filter((id) => !gone.includes(id))
    const made = snapshotsAfter({ store, keysIn }, aggregate, streamId, await kept.newest())
    for await (const some of inParts(made, perInsert)) {
      const lost = await kept.save(some)
      if (lost.length > 0) return make(aggregate, streamId, [...gone, ...lost])
    }
    await kept.dropOlder()
  }

  /** Whoever wants the same meanwhile shares it: it may be long work. */
  const fill = (aggregate: AnyFoldable, streamId: string): Promise<void> => {
    const key = keyOf(aggregate, streamId)
    const making = underWay.get(key) ?? make(aggregate, streamId).finally(() => underWay.delete(key))
    underWay.set(key, making)
    return making
  }

  const request = (aggregate: AnyFoldable, streamId: string): void => {
    if (stopped || requests.size >= maxRequests) return
    requests.set(keyOf(aggregate, streamId), { aggregate, streamId })
    working ??= work()
  }

  return {
    request: (aggregate, streamId) => request(aggregate as AnyFoldable, streamId),
    fill: (aggregate, streamId) => fill(aggregate as AnyFoldable, streamId),
    read: async <State, Event>(aggregate: Foldable<State, Event>, streamId: string, page: SnapshotPage) => {
      const stream = { type: aggregate.streamType, id: streamId }
      const kept = snapshotsOf(keeping, aggregate, streamId)
      for (;;) {
        const [headVersion, newest] = await Promise.all([store.headVersion(stream), kept.newestVersion()])
        const isMissing = headVersion - newest >= snapshotEveryOf(aggregate)
        if (isMissing) await fill(aggregate as AnyFoldable, streamId)
        // What can't be believed is removed by then, and counts as missing at the next look.
        const snapshots = await kept.page<State>(page)
        if (snapshots) return { snapshots, headVersion }
      }
    },
    renew: async (aggregate) => {
      for (const streamId of await outdatedStreams(keeping.sql, aggregate, renewedAtOnce)) {
        request(aggregate as AnyFoldable, streamId)
      }
    },
    idle: async () => {
      while (working) await working
    },
    stop: async () => {
      stopped = true
      await working
    },
  }
}

/** The states at every so many versions of a stream, folded on from the newest that is there. */
async function* snapshotsAfter(
  { store, keysIn }: Pick<Dependencies, 'store'> & Pick<EventCodec, 'keysIn'>,
  aggregate: AnyFoldable,
  streamId: string,
  newest: Snapshot<unknown> | undefined,
): AsyncGenerator<Snapshot<unknown>> {
  const stream = { type: aggregate.streamType, id: streamId }
  let state = newest ? newest.state : aggregate.initial(streamId)
  let occurredUntil = newest?.occurredUntil ?? ''
  const keys = new Set(newest?.keys)
  let chunk: unknown[] = []
  for await (const event of iterateStream(store, stream, { from: (newest?.version ?? 0) + 1 })) {
    chunk.push(event)
    for (const id of keysIn(event)) keys.add(id)
    if (event.occurredAt > occurredUntil) occurredUntil = event.occurredAt
    if (event.version % snapshotEveryOf(aggregate) !== 0) continue
    state = aggregate.fold(state, chunk as never[])
    chunk = []
    const { version, position, hash } = event
    yield { state, version, position, occurredUntil, hash, keys: [...keys] }
  }
}

async function* inParts<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let part: Item[] = []
  for await (const item of items) {
    part.push(item)
    if (part.length < size) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}
