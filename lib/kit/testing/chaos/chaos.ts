import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { PoolConfig } from 'pg'
import type { Log } from '../../server/log'
import { isOutage } from '../../server/postgres/outage'
import { createPool } from '../../server/postgres/pool'
import { query } from '../embedded-harness'
import { createRandom } from '../load/random'
import { type Damage, damagePostgres, damages } from './damage'
import { createLives } from './lives'
import { type ChaosVerdict, judge, type Traces } from './verdict'
import type { Workload } from './workload'

/** A migrated database on a Postgres that nobody else uses. */
export interface ChaosDatabase {
  /** How the app connects. */
  readonly pool: PoolConfig
  readonly ownerUrl: string
  readonly close: () => Promise<void>
}

export interface ChaosOptions {
  readonly workload: Workload
  /** The file of the program that is killed: it gives `runApp` the same workload. */
  readonly program: string
  /** Starts Postgres in a folder. */
  readonly openDatabase: (dataDir: string, log: Log) => Promise<ChaosDatabase>
  readonly rounds: number
  /** The same seed kills the same things after the same numbers of answers. */
  readonly seed: number
  readonly log: Log
  /** Hears of each round once what was killed is at work again. */
  readonly onRound: (round: number, damage: Damage, recoveredInMs: number) => void
  /** Ends it after the round under way. */
  readonly signal: AbortSignal
}

/** Answers before the next kill. */
const calm = { least: 100, most: 1_500 }
const answersAfterKill = 50
const jitterMs = 50

/** An application under load on a Postgres of its own, killed at random moments; then what is left is judged. */
export const runChaos = async (options: ChaosOptions): Promise<ChaosVerdict> => {
  const home = await mkdtemp(join(tmpdir(), 'hindsight-chaos-'))
  try {
    const database = await options.openDatabase(home, options.log)
    try {
      const traces = await torment(options, home, database.pool)
      await quiet(database.ownerUrl)
      return await judgeAt(database.pool, options, traces)
    } finally {
      await database.close()
    }
  } finally {
    await rm(home, { recursive: true, force: true })
  }
}

/** All rounds: some work, a kill, and some work again. Ends with a kill of the app. */
const torment = async (
  { program, rounds, seed, onRound, signal }: ChaosOptions,
  home: string,
  connection: PoolConfig,
): Promise<Traces> => {
  const random = createRandom(seed)
  const lives = createLives(program, home, connection, seed)
  let app = lives.begin()
  try {
    for (let round = 1; round <= rounds && !signal.aborted; round++) {
      const damage = damages[(seed + round) % damages.length] as Damage
      await app.signs('answered', calm.least + random.below(calm.most - calm.least))
      await delay(random.below(jitterMs))
      const killedAt = performance.now()
      const isAppHit = damage === 'app' || damage === 'both'
      await Promise.all([isAppHit && app.kill(), damage !== 'app' && damagePostgres(home, damage, random)])
      if (isAppHit) app = lives.begin()
      await Promise.all([app.signs('answered', answersAfterKill), app.signs('delivered', 1)])
      onRound(round, damage, Math.round(performance.now() - killedAt))
    }
  } finally {
    await app.kill()
  }
  return lives.traces
}

const judgeAt = async (
  connection: PoolConfig,
  { log, workload }: ChaosOptions,
  traces: Traces,
): Promise<ChaosVerdict> => {
  const pool = createPool(connection, () => undefined)
  try {
    return await judge(pool, log, workload, traces)
  } finally {
    await pool.end()
  }
}

/**
 * Waits until the killed app's connections have come to their end in the database: what it had sent by then is
 * still done.
 */
const quiet = async (ownerUrl: string): Promise<void> => {
  const others = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
                    AND backend_type = 'client backend' AND application_name <> 'hindsight presence'`
  // As the owner: the app's role doesn't see what others are about.
  const areThere = async (): Promise<boolean> => {
    try {
      return (await query(ownerUrl, others)).length > 0
    } catch (error) {
      // The last kill may still be felt.
      if (isOutage(error)) return true
      throw error
    }
  }
  while (await areThere()) await delay(10)
}
