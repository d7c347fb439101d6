import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import { databaseProcesses } from '../../e2e/support/shop-server'
import { withClient } from '../../lib/kit/server/postgres/with-client'
import { startWorker, type Worker } from './start-worker'
import type { StorePlace } from './store'
import type { StoreName } from './stores'
import type { StreamEntries } from './tasks'
import {
  type DurabilityVerdict,
  durabilityOf,
  type FollowVerdict,
  followOf,
  type RaceVerdict,
  raceOf,
} from './verdict'

const writers = 16
const writeMs = 2_000

/** Lets work be done by a process of the store's own. */
const withWorker = async <Result>(
  name: StoreName,
  place: StorePlace,
  work: (worker: Worker) => Promise<Result>,
): Promise<Result> => {
  const worker = startWorker(name, place)
  try {
    return await work(worker)
  } finally {
    await worker.kill()
  }
}

const killRounds = 3
const batch = 3

/** Kills Postgres and the writers' process while they write, three events at once, and looks for what they were answered. */
export const tryDurability = async (
  name: StoreName,
  place: StorePlace,
): Promise<DurabilityVerdict & { readonly backMs: number }> => {
  const sum = { answered: 0, lost: 0, torn: 0, twice: 0, backMs: 0 }
  for (let round = 0; round < killRounds; round++) {
    const answered = new Map<string, string[]>()
    const worker = startWorker(name, place, (stream, ids) => {
      answered.set(stream, [...(answered.get(stream) ?? []), ...ids])
    })
    await worker.ask('write', { writers, batch })
    await sleep(writeMs)
    for (const pid of databaseProcesses(place.dataDir)) process.kill(pid, 'SIGKILL')
    await worker.kill()
    const begun = performance.now()
    await isBack(place.url)
    sum.backMs = Math.max(sum.backMs, performance.now() - begun)
    const held = await withWorker(name, place, ({ ask }) => ask('readStreams', [...answered.keys()]))
    const verdict = durabilityOf(answered, new Map(held), batch)
    for (const key of ['answered', 'lost', 'torn', 'twice'] as const) sum[key] += verdict[key]
  }
  return sum
}

const patienceMs = 60_000

const isBack = async (url: string): Promise<void> => {
  const until = performance.now() + patienceMs
  for (;;) {
    try {
      await withClient(url, (client) => client.query('SELECT'))
      return
    } catch (error) {
      if (performance.now() > until) throw error
      await sleep(20)
    }
  }
}

const raceRounds = 50
const contenders = 8

/** Two processes, eight writers in each, all at the same version of a stream. */
export const tryRaces = (
  name: StoreName,
  place: StorePlace,
): Promise<RaceVerdict & { readonly perSecond: number }> =>
  withWorker(name, place, (one) =>
    withWorker(name, place, async (other) => {
      const stream = uuidv7()
      const winners: string[][] = []
      await Promise.all([one.ask('open'), other.ask('open')])
      const begun = performance.now()
      for (let round = 0; round < raceRounds; round++) {
        const options = { stream, version: winners.flat().length, contenders }
        winners.push((await Promise.all([one.ask('race', options), other.ask('race', options)])).flat())
      }
      const seconds = (performance.now() - begun) / 1_000
      const [held] = await one.ask('readStreams', [stream])
      return { ...raceOf(winners, held?.[1] ?? []), perSecond: raceRounds / seconds }
    }),
  )

/** One process follows the log by its positions while another one writes to it. */
export const tryFollowing = (
  name: StoreName,
  place: StorePlace,
): Promise<FollowVerdict & { readonly perSecond: number }> =>
  withWorker(name, place, (follower) =>
    withWorker(name, place, async (writer) => {
      await follower.ask('follow')
      await writer.ask('write', { writers, batch: 1 })
      await sleep(writeMs)
      const written = new Map((await writer.ask('stop')) as StreamEntries)
      const ids = new Set([...written.values()].flat())
      const seen = (await follower.ask('stop')) as readonly string[]
      const delivered = seen.filter((id) => ids.has(id))
      return { ...followOf(delivered, written), perSecond: (ids.size / writeMs) * 1_000 }
    }),
  )

const streams = 200
const length = 100

/** A log of 200 streams of 100 events, beside what is there already, folded from its beginning by a process that knows nothing. */
export const tryRebuild = async (
  name: StoreName,
  place: StorePlace,
): Promise<{
  readonly events: number
  readonly wrong: number
  readonly perSecond: number
  readonly filled: StreamEntries
}> => {
  const filled = await withWorker(name, place, ({ ask }) => ask('fill', { streams, length }))
  const { counts, seconds } = await withWorker(name, place, ({ ask }) => ask('replay'))
  const counted = new Map(counts)
  const events = counts.reduce((sum, [, count]) => sum + count, 0)
  const wrong = filled.filter(([stream, ids]) => counted.get(stream) !== ids.length).length
  return { events, wrong, perSecond: events / seconds, filled }
}

const archivedStreams = 50

export interface ArchiveVerdict {
  /** Streams that read otherwise than before. */
  readonly changed: number
  /** Events that are missing in a rebuild from the beginning. */
  readonly missing: number
  readonly perSecond: number
}

/** Moves streams out of the log and reads them, and all of the log, as before; undefined where the store can't. */
export const tryArchive = (
  name: StoreName,
  place: StorePlace,
  { filled, events }: { readonly filled: StreamEntries; readonly events: number },
): Promise<ArchiveVerdict | undefined> =>
  withWorker(name, place, async ({ ask }) => {
    const moved = filled.slice(0, archivedStreams)
    const names = moved.map(([stream]) => stream)
    const archived = await ask('archive', names)
    if (!archived) return undefined
    const held = await ask('readStreams', names)
    const { counts } = await ask('replay')
    const replayed = counts.reduce((sum, [, count]) => sum + count, 0)
    return {
      changed: moved.filter((stream, nth) => !isDeepStrictEqual(stream, held[nth])).length,
      missing: events - replayed,
      perSecond: moved.length / archived.seconds,
    }
  })
