import { join } from 'node:path'
import type { PoolConfig } from 'pg'
import type { AppOptions, Sign } from './app'
import { type App, startApp } from './app-process'
import type { Traces } from './verdict'

export interface Lives {
  /** Starts the app anew: a program that calls `runApp`. */
  readonly begin: () => App<Sign>
  /** What all of them leave. */
  readonly traces: Traces
}

/** The app's lives, one after another; each leaves its traces in `home`. */
export const createLives = (program: string, home: string, connection: PoolConfig, seed: number): Lives => {
  const [appends, commands]: [string[], string[]] = [[], []]
  const traces = { appends, commands, deliveries: join(home, 'deliveries') }
  return {
    traces,
    begin: () => {
      const life = appends.length + 1
      const own = { appends: join(home, `appends-${life}`), commands: join(home, `commands-${life}`) }
      appends.push(own.appends)
      commands.push(own.commands)
      return startApp<AppOptions, Sign>(program, {
        connection,
        seed: seed + life,
        ...own,
        deliveries: traces.deliveries,
      })
    },
  }
}
