import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as uuidv7 } from 'uuid'
import type { LogEntry, SuiteStore } from './store'

/** Ids of events by the stream they are in, as they go to another process. */
export type StreamEntries = readonly (readonly [stream: string, ids: readonly string[]])[]

/** What a worker does until it is told to stop, or is killed. */
export interface Endless<Result> {
  readonly stop: () => Promise<Result>
}

export const makeIds = (count: number): string[] => Array.from({ length: count }, () => uuidv7())

/** So many writers, each of which appends so many events at once to a stream of its own, again and again. */
export const write = (
  store: SuiteStore,
  { writers, batch }: { readonly writers: number; readonly batch: number },
  onAnswered: (stream: string, ids: readonly string[]) => void,
): Endless<StreamEntries> => {
  let isOver = false
  const answered = new Map<string, string[]>()
  const work = async (stream: string, held: string[]) => {
    while (!isOver) {
      const ids = makeIds(batch)
      const result = await store.append(stream, held.length, ids)
      if (result !== 'appended') throw new Error(`A stream with one writer has a ${result}`)
      held.push(...ids)
      onAnswered(stream, ids)
    }
  }
  const done = Promise.all(
    makeIds(writers).map((stream) => {
      const held: string[] = []
      answered.set(stream, held)
      return work(stream, held)
    }),
  )
  // Who stops it is told; who kills Postgres under it knows.
  done.catch(() => undefined)
  return {
    stop: async () => {
      isOver = true
      await done
      return [...answered]
    },
  }
}

/** All append the same version of a stream at once; gives the ids of those who were let. */
export const race = async (
  store: SuiteStore,
  {
    stream,
    version,
    contenders,
  }: { readonly stream: string; readonly version: number; readonly contenders: number },
): Promise<readonly string[]> => {
  const ids = makeIds(contenders)
  const results = await Promise.all(ids.map((id) => store.append(stream, version, [id])))
  return ids.filter((_, nth) => results[nth] === 'appended')
}

const pageSize = 1_000

/** Reads the log from its beginning to its end, page by page. */
export async function* readPages(
  store: SuiteStore,
  after?: string,
): AsyncGenerator<readonly LogEntry[], string | undefined> {
  for (let end = after; ; ) {
    const page = await store.readLog(end, pageSize)
    if (page.entries.length === 0) return end
    end = page.end
    yield page.entries
  }
}

const pauseMs = 2

/** Follows the log from its beginning; gives the ids in the order it saw them. */
export const follow = (store: SuiteStore): Endless<readonly string[]> => {
  const seen: string[] = []
  let isOver = false
  const work = async (): Promise<void> => {
    for (let end: string | undefined; ; ) {
      const isLast = isOver
      const page = await store.readLog(end, pageSize)
      end = page.end
      for (const { id } of page.entries) seen.push(id)
      if (page.entries.length > 0) continue
      if (isLast) return
      await sleep(pauseMs)
    }
  }
  const done = work()
  return {
    stop: async () => {
      isOver = true
      await done
      return seen
    },
  }
}

/** A read model from the beginning: how many events each stream has. */
export const replay = async (
  store: SuiteStore,
): Promise<{ readonly seconds: number; readonly counts: readonly (readonly [string, number])[] }> => {
  const counts = new Map<string, number>()
  const begun = performance.now()
  for await (const entries of readPages(store)) {
    for (const { stream } of entries) counts.set(stream, (counts.get(stream) ?? 0) + 1)
  }
  return { seconds: (performance.now() - begun) / 1_000, counts: [...counts] }
}

/** Streams of so many events, each appended at once. */
export const fill = async (
  store: SuiteStore,
  { streams, length }: { readonly streams: number; readonly length: number },
): Promise<StreamEntries> => {
  const filled: (readonly [string, readonly string[]])[] = []
  for (const stream of makeIds(streams)) {
    const ids = makeIds(length)
    if ((await store.append(stream, 0, ids)) !== 'appended') throw new Error('A new stream is not new')
    filled.push([stream, ids])
  }
  return filled
}

export const readStreams = async (store: SuiteStore, streams: readonly string[]): Promise<StreamEntries> => {
  const entries: (readonly [string, readonly string[]])[] = []
  for (const stream of streams) entries.push([stream, await store.readStream(stream)])
  return entries
}

/** Moves streams out of the log; undefined where the store can't. */
export const archive = async (
  store: SuiteStore,
  streams: readonly string[],
): Promise<{ readonly seconds: number } | undefined> => {
  if (!store.archive) return undefined
  const begun = performance.now()
  for (const stream of streams) await store.archive(stream)
  return { seconds: (performance.now() - begun) / 1_000 }
}
