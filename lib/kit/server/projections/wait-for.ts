import { setTimeout as sleep } from 'node:timers/promises'
import type { Sql } from '../postgres/sql'
import { headPosition } from '../store/read-all'
import { checkpointOf } from '../subscriptions/checkpoints'

/** How current a read model is. */
export interface Freshness {
  /** Everything up to this position of the log is in it. */
  readonly asOf: number
  /** It hasn't come to the position that was waited for. */
  readonly behind: boolean
}

const everyMs = 20
const atMostMs = 2_000

/**
 * Waits until a projection has come to a position, so that a read after it sees what was written there; for two
 * seconds at most, and not at all for a position that the log doesn't have.
 */
export const waitFor = async (
  sql: Sql,
  name: string,
  position = 0,
  timeoutMs = atMostMs,
): Promise<Freshness> => {
  const deadline = performance.now() + timeoutMs
  let asOf = await checkpointOf(sql, name)
  if (asOf >= position) return { asOf, behind: false }
  if ((await headPosition(sql)) < position) return { asOf, behind: true }
  while (asOf < position && performance.now() < deadline) {
    await sleep(everyMs)
    asOf = await checkpointOf(sql, name)
  }
  return { asOf, behind: asOf < position }
}

/** Waits for several projections; answers how current the one is that is behind most. */
export const waitForAll = async (
  sql: Sql,
  names: readonly string[],
  position: number | undefined,
): Promise<Freshness> => {
  const all = await Promise.all(names.map((name) => waitFor(sql, name, position)))
  return { asOf: Math.min(...all.map(({ asOf }) => asOf)), behind: all.some(({ behind }) => behind) }
}
