import type { Sql } from '../postgres/sql'
import { askAndWrite, type Write } from '../postgres/write'
import type { Partition } from '../store/event-store'

/** A partition of a subscription where it stands, and what it writes of the events that come next. */
export interface Advance {
  readonly name: string
  readonly partition: Partition
  readonly from: number
  readonly writes: readonly Write[]
}

const standsElsewhere = 'HS001'

/**
 * Moves all of them to one position and does what they write, in one statement: all or nothing. False, and nothing is done,
 * when one of them isn't where it was, or doesn't run.
 *
 * It is committed without a flush of its own: should the server crash before the next flush, checkpoints and rows are lost
 * together, and made of the log again.
 */
export const advanceTogether = async (
  sql: Sql,
  advances: readonly Advance[],
  to: number,
): Promise<boolean> => {
  try {
    await askAndWrite(
      sql,
      (value) => {
        const names = value(advances.map(({ name }) => name))
        const nths = value(advances.map(({ partition }) => partition.nth))
        const divisions = value(advances.map(({ partition }) => partition.of))
        const froms = value(advances.map(({ from }) => from))
        return `SELECT set_config('synchronous_commit', 'off', true),
          advance_subscriptions(${names}, ${nths}, ${divisions}, ${froms}, ${value(to)})`
      },
      advances.flatMap(({ writes }) => writes),
    )
    return true
  } catch (error) {
    if ((error as { code?: unknown }).code === standsElsewhere) return false
    throw error
  }
}
