import type { ClientBase } from 'pg'
import type { ClientPlan } from './clients'
import type { HttpContender } from './contender'
import { countPostgres } from './postgres-counts'
import { processCpuMs } from './process-cpu'
import { type Loaded, runLoad } from './run-load'
import type { Tallied } from './tally'

const warmUpMs = 5_000
const measuredMs = 5_000

/** What a server did, and what one request took of it. */
export interface Measured extends Tallied {
  readonly cpuMs: number
  readonly statements: number
  readonly flushes: number
  /** What the clients themselves used of the machine for a request. */
  readonly clientCpuMs: number
}

export interface MeasuredCommands extends Measured {
  /** From the last answer until read models and all that follows had caught up. */
  readonly behindMs: number
}

/** Lets clients ask, and divides what the server's process and its database did meanwhile by what was answered. */
const measure = async (
  sql: ClientBase,
  { url, pid, database }: HttpContender,
  clients: readonly ClientPlan[],
): Promise<{ measured: Measured; answered: number }> => {
  const sample = async () => ({ cpuMs: processCpuMs(pid), ...(await countPostgres(sql, database)) })
  const loaded = await runLoad({ url, clients, warmUpMs, measuredMs }, sample)
  return { measured: perRequest(loaded), answered: loaded.answered }
}

type Sample = Pick<Measured, 'cpuMs' | 'statements' | 'flushes'>

const perRequest = ({ tallied, answered, cpuMs, before, after }: Loaded<Sample>): Measured => {
  const each = (name: keyof Sample) => (after[name] - before[name]) / tallied.counted
  return {
    ...tallied,
    cpuMs: each('cpuMs'),
    statements: each('statements'),
    flushes: each('flushes'),
    clientCpuMs: cpuMs / answered,
  }
}

export const measureReads = async (
  sql: ClientBase,
  contender: HttpContender,
  clients: readonly ClientPlan[],
): Promise<Measured> => (await measure(sql, contender, clients)).measured

/** Measures commands, and makes sure that as many were written as were answered. */
export const measureCommands = async (
  sql: ClientBase,
  contender: HttpContender,
  clients: number,
): Promise<MeasuredCommands> => {
  const plans = await contender.commanders(clients)
  const before = await contender.countWritten()
  const { measured, answered } = await measure(sql, contender, plans)
  const ended = performance.now()
  await contender.settled()
  const behindMs = performance.now() - ended
  const written = (await contender.countWritten()) - before
  if (written === answered) return { ...measured, behindMs }
  throw new Error(`${contender.name}: ${answered} were answered, ${written} are there`)
}
