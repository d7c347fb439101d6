import type { Log } from '../log'
import type { Sql } from '../postgres/sql'
import { createWakeable, type Wakeable } from '../tail/wakeable'

const pollMs = 1_000
const tellEveryMs = 10_000

interface State {
  readonly serves: boolean
  readonly remaining: number
  readonly retired: string | null
  readonly position: string
  readonly head: string
}

/**
 * In a database from before the log had an index beside it: tells how far that is filled, and once it serves removes the
 * indexes that it takes the place of, one by one and without anybody waiting for it. Elsewhere it looks once and rests.
 */
export const startHandOver = (sql: Sql, log: Log): Wakeable => {
  let isDone = false
  let toldAt = Number.NEGATIVE_INFINITY

  const step = async (): Promise<boolean> => {
    if (isDone) return false
    const { rows } = await sql.query<State>(
      `SELECT r.serves, r.remaining, r.retired, i.position, l.position AS head
       FROM retire_old_index() r, event_index_head i, log_head l`,
    )
    const [{ serves, remaining, retired, position, head }] = rows as [State]
    isDone = serves && remaining === 0
    if (retired)
      log.info({ retired, remaining }, 'Removed an index of the log that another took the place of')
    if (!serves && performance.now() - toldAt > tellEveryMs) {
      toldAt = performance.now()
      log.info({ position: Number(position), head: Number(head) }, 'The index of the log is being filled')
    }
    return retired !== null && !isDone
  }

  return createWakeable({
    pollMs,
    step,
    onError: (error) => log.warn({ err: error }, 'Whether the index of the log serves could not be seen'),
  })
}
