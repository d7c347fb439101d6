import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createPool } from '../../server/postgres/pool'
import { iterateAll } from '../../server/store/iterate'
import { createPostgresStore } from '../../server/store/postgres-store'
import { bindingEvents } from '../binding/binding'
import { type App, startApp } from '../chaos/app-process'
import { testCodec } from '../codec'
import { testAppConnection } from '../connections'
import { startHookReceiver } from '../hook-receiver'
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

/** What the outside is asked to do. */
interface Asked {
  readonly id: string
  readonly instance: string
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
  const outside = await startHookReceiver()
  /** For which instance it did something under each id; asked again it does nothing. */
  const doneOutside = () =>
    new Map(
      outside.asked.map(({ body }) => {
        const { id, instance } = JSON.parse(body) as Asked
        return [id, instance]
      }),
    )
  const pool = createPool({ ...testAppConnection(database.databaseUrl), max: 4 }, () => undefined)
  const store = createPostgresStore(pool, testCodec(bindingEvents, pool))
  const apps: App<'ready'>[] = []
  const start = async (writers: number): Promise<App<'ready'>> => {
    const app = startApp<ProcessAppOptions, 'ready'>(program, {
      ...database,
      outsideUrl: outside.url,
      writers,
    })
    apps.push(app)
    await app.signs('ready', 1)
    return app
  }

  try {
    for (let nth = 1; nth <= kills; nth++) {
      const app = await start(2)
      await delay(dice() * longestLifeMs)
      await app.kill()
      onKill?.(nth, doneOutside().size)
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
    const done = doneOutside()
    const doneFor = [...done.values()]
    const [boundOnes, doneOnes] = [new Set(bound), new Set(doneFor)]
    const faults = [
      ...[...begun].filter((id) => !boundOnes.has(id)).map((id) => `${id} was never bound`),
      ...twice(bound).map((id) => `${id} was bound twice`),
      ...twice(doneFor).map((id) => `The outside did it twice for ${id}`),
      ...[...done]
        .filter(([id, instance]) => requested.get(id) !== instance)
        .map(([id]) => `The outside was asked for ${id}, which no process asked for`),
      ...bound
        .filter((id) => !doneOnes.has(id))
        .map((id) => `${id} is bound, and the outside knows nothing of it`),
    ]
    const repeated = outside.asked.length - done.size
    return { begun: begun.size, ended: bound.length, repeated, faults }
  } finally {
    await Promise.all(apps.map((app) => app.kill()))
    await pool.end()
    await outside.close()
  }
}

const twice = (ids: readonly string[]): string[] => {
  const seen = new Set<string>()
  return ids.filter((id) => seen.has(id) || !seen.add(id))
}
