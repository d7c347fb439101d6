import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createPool } from '../../server/postgres/pool'
import { iterateAll } from '../../server/store/iterate'
import { createPostgresStore } from '../../server/store/postgres-store'
import { bindingEvents } from '../binding/binding'
import { testCodec } from '../codec'
import { testAppConnection } from '../connections'
import { end } from '../embedded-harness'
import { openOutside } from './outside'
import type { ProcessAppOptions } from './process-app'

export interface KillOptions extends Pick<ProcessAppOptions, 'databaseUrl' | 'secret' | 'masterKey'> {
  readonly kills: number
  /** 0 to 1, each time another. */
  readonly dice: () => number
  readonly onKill?: (nth: number, bound: number) => void
}

export interface KillVerdict {
  /** Processes that were begun, and came to their end. */
  readonly begun: number
  readonly ended: number
  /** How often the outside was asked again for what it had done. */
  readonly repeated: number
  /** What was promised and is not so. */
  readonly faults: readonly string[]
}

/** So long it is at work at most before it is killed. */
const longestLifeMs = 1_000
const program = fileURLToPath(new URL('./process-app.ts', import.meta.url))
const patienceMs = 120_000

/** Kills an app at random moments while its processes are under way, lets the last one come to the end, and judges what the outside saw. */
export const killProcesses = async ({
  kills,
  dice,
  onKill,
  ...database
}: KillOptions): Promise<KillVerdict> => {
  const outside = await openOutside()
  const pool = createPool({ ...testAppConnection(database.databaseUrl), max: 4 }, () => undefined)
  const store = createPostgresStore(pool, testCodec(bindingEvents, pool))
  const children: ChildProcess[] = []
  const start = async (writers: number): Promise<ChildProcess> => {
    const options: ProcessAppOptions = { ...database, outsideUrl: outside.url, writers }
    const child = spawn(process.execPath, ['--import', 'tsx', program, JSON.stringify(options)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      detached: true,
    })
    children.push(child)
    const ended = once(child, 'exit').then(() => {
      throw new Error('The app ended by itself')
    })
    ended.catch(() => undefined)
    await Promise.race([once(child, 'message'), ended])
    return child
  }

  try {
    for (let nth = 1; nth <= kills; nth++) {
      const child = await start(2)
      await delay(dice() * longestLifeMs)
      await end(child, 'SIGKILL')
      onKill?.(nth, outside.asked.size)
    }
    await start(0)
    const read = async () => {
      const begun = new Set<string>()
      const bound: string[] = []
      const requested = new Map<string, string>()
      const types = ['NotebookClosed', 'NotebookBound', 'EffectRequested']
      for await (const event of iterateAll(store, { filter: { types } })) {
        const { id, kind } = event.data as { id: string; kind: string }
        if (event.type === 'NotebookClosed') begun.add(event.streamId)
        if (event.type === 'NotebookBound') bound.push(event.streamId)
        if (event.type === 'EffectRequested' && kind === 'binding') requested.set(id, event.streamId)
      }
      return { begun, bound, requested }
    }
    const deadline = performance.now() + patienceMs
    let found = await read()
    while (found.bound.length < found.begun.size && performance.now() < deadline) {
      await delay(200)
      found = await read()
    }
    const { begun, bound, requested } = found
    const [boundOnes, doneOnes] = [new Set(bound), new Set<string>()]
    for (const { instance } of outside.asked.values()) doneOnes.add(instance)
    const doneFor = [...outside.asked.values()].map(({ instance }) => instance)
    const faults = [
      ...[...begun].filter((id) => !boundOnes.has(id)).map((id) => `${id} was never bound`),
      ...twice(bound).map((id) => `${id} was bound twice`),
      ...twice(doneFor).map((id) => `The outside did it twice for ${id}`),
      ...[...outside.asked]
        .filter(([id, { instance }]) => requested.get(id) !== instance)
        .map(([id]) => `The outside was asked for ${id}, which no process asked for`),
      ...bound
        .filter((id) => !doneOnes.has(id))
        .map((id) => `${id} is bound, and the outside knows nothing of it`),
    ]
    const repeated = [...outside.asked.values()].reduce((sum, { times }) => sum + times - 1, 0)
    return { begun: begun.size, ended: bound.length, repeated, faults }
  } finally {
    await Promise.all(children.map((child) => end(child, 'SIGKILL')))
    await pool.end()
    await outside.close()
  }
}

const twice = (ids: readonly string[]): string[] => {
  const seen = new Set<string>()
  return ids.filter((id) => seen.has(id) || !seen.add(id))
}
