import type { Log } from '../log'
import type { Sql } from './sql'

/** The time as the database has it: one for all nodes, whatever their own clocks say. */
export interface DatabaseClock {
  readonly now: () => Date
  /** By how many milliseconds this machine's clock is ahead of it. */
  readonly ahead: () => number
  /** Looks at once. Rejects where the database can't be asked. */
  readonly measure: () => Promise<void>
  readonly stop: () => void
}

interface ClockOptions {
  readonly sql: Sql
  readonly log: Log
  /** This machine's clock, which may be wrong, and may be put right at any moment. */
  readonly wall?: () => number
  /** What only ever goes on. */
  readonly monotonic?: () => number
}

const everyMs = 10_000
/** What was asked for that long says too little of when it was answered. */
const longestMs = 1_000
/** By how much it may be behind: so exactly it is measured. It is never ahead, or something would happen after it was recorded. */
const mostBehindMs = 100
const worthTellingMs = 5_000

/** Asks the database for its time now and then, and goes on from there by what only ever goes on. */
export const startDatabaseClock = async ({
  sql,
  log,
  wall = Date.now,
  monotonic = () => performance.now(),
}: ClockOptions): Promise<DatabaseClock> => {
  let begun: number | undefined
  let isTold = false
  const now = () => (begun === undefined ? wall() : begun + monotonic())

  const measure = async () => {
    const asked = monotonic()
    const { rows } = await sql.query<{ ms: number }>(
      'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS ms',
    )
    const answered = monotonic()
    if (!rows[0] || answered - asked > longestMs) return
    const [earliest, latest] = [rows[0].ms - answered, rows[0].ms - asked]
    const isRight = begun !== undefined && begun <= latest && begun >= earliest - mostBehindMs
    if (!isRight) begun = earliest
    tell()
  }
  const tell = () => {
    const aheadMs = Math.round(wall() - now())
    const isOff = Math.abs(aheadMs) > worthTellingMs
    if (isOff && !isTold) log.warn({ aheadMs }, 'The clock of this machine is wrong; the database’s is used')
    isTold = isOff
  }

  await measure()
  const measuring = setInterval(() => void measure().catch(() => undefined), everyMs)
  measuring.unref()
  return {
    now: () => new Date(now()),
    ahead: () => wall() - now(),
    measure,
    stop: () => clearInterval(measuring),
  }
}
