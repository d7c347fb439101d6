import { setTimeout as delay } from 'node:timers/promises'
import type { EventRegistry } from '../../events/registry'
import { createPool } from '../../server/postgres/pool'
import type { EventStore } from '../../server/store/event-store'
import { createPostgresStore } from '../../server/store/postgres-store'
import { type App, startApp } from '../chaos/app-process'
import { testCodec } from '../codec'
import { testAppConnection } from '../connections'

export interface KillOptions {
  readonly databaseUrl: string
  readonly secret: string
  readonly masterKey: string
  readonly kills: number
  /** 0 to 1, each time another. */
  readonly dice: () => number
  readonly onKill?: (nth: number, done: number) => void
}

export interface KillVerdict {
  /** What was begun, and came to its end. */
  readonly begun: number
  readonly ended: number
  /** How often the outside was asked again for what it had done. */
  readonly repeated: number
  /** What was promised and is not so. */
  readonly faults: readonly string[]
}

/** What every app that is killed is told. */
export interface KilledOptions extends Pick<KillOptions, 'databaseUrl' | 'secret' | 'masterKey'> {
  /** How many begin something, one after another, until the app is killed. */
  readonly writers: number
}

interface Killing<Options extends KilledOptions, Found> extends Pick<KillOptions, 'kills' | 'dice'> {
  /** A program that says `ready` once it is. */
  readonly program: string
  /** What it is given while it is killed; the last one begins nothing. */
  readonly app: Options
  readonly registry: EventRegistry
  /** So long it is at work at most before it is killed. */
  readonly longestLifeMs: number
  /** So long the last one has to come to the end. */
  readonly patienceMs: number
  readonly onKill: (nth: number) => void
  /** What the log says. */
  readonly read: (store: EventStore) => Promise<Found>
  readonly isOver: (found: Found) => boolean
}

const lookEveryMs = 300

/** Kills an app at random moments, lets the last one come to the end, and gives what the log says then. */
export const killAgain = async <Options extends KilledOptions, Found>({
  program,
  app: options,
  registry,
  kills,
  dice,
  longestLifeMs,
  patienceMs,
  onKill,
  read,
  isOver,
}: Killing<Options, Found>): Promise<Found> => {
  const pool = createPool({ ...testAppConnection(options.databaseUrl), max: 4 }, () => undefined)
  const store = createPostgresStore(pool, testCodec(registry, pool))
  const apps: App<'ready'>[] = []
  const start = async (writers: number): Promise<App<'ready'>> => {
    const app = startApp<Options, 'ready'>(program, { ...options, writers })
    apps.push(app)
    await app.signs('ready', 1)
    return app
  }

  try {
    for (let nth = 1; nth <= kills; nth++) {
      const app = await start(options.writers)
      await delay(dice() * longestLifeMs)
      await app.kill()
      onKill(nth)
    }
    await start(0)
    const deadline = performance.now() + patienceMs
    let found = await read(store)
    while (!isOver(found) && performance.now() < deadline) {
      await delay(lookEveryMs)
      found = await read(store)
    }
    return found
  } finally {
    await Promise.all(apps.map((app) => app.kill()))
    await pool.end()
  }
}
