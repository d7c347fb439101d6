import type { Sql } from '../postgres/sql'
import type { Subscription } from './subscription'

/** So much of the log at most is taken into the index in one transaction. */
const mostAtOnce = 20_000

/**
 * Keeps the index by which the log is asked for types, tags, stories, actors, times and ids. It indexes from where the index
 * ends up to the last event it is given, by what stands in the log: an event that can't be read is found by it nevertheless.
 */
export const eventIndexSubscription: Subscription = {
  name: 'event_index',
  startFrom: 'beginning',
  // Whoever reads by it looks through what it lacks.
  isUnhurried: true,
  onPoison: 'skip',
  handler: {
    type: 'rows',
    // An UPDATE of nothing: among others stand statements that write, and what it writes only its function may.
    write: async (events) => [
      (value) =>
        `UPDATE subscriptions SET updated_at = now() WHERE name = 'event_index'
         AND index_events(${value(events.at(-1)?.position ?? 0)}, ${value(mostAtOnce)}) IS NULL`,
    ],
  },
}

/** How far the index has come: what is asked by it is looked for among the events after this position, too. */
export const eventIndexPosition = async (sql: Sql): Promise<number> => {
  const { rows } = await sql.query<{ position: string }>('SELECT position FROM event_index_head')
  return Number(rows[0]?.position ?? 0)
}

/** So much of the log is taken in anew at a time. */
const stretch = 5_000

/**
 * Takes the log into the index anew, up to where it ends now, while it is read: what was missing in it is there then. What is
 * too much in it does no harm. Throws when the signal aborts; what was done by then is done.
 */
export const rebuildEventIndex = async (
  sql: Sql,
  head: number,
  onProgress: (position: number) => void,
  signal: AbortSignal,
): Promise<void> => {
  for (let after = 0; after < head; after += stretch) {
    signal.throwIfAborted()
    const upTo = Math.min(after + stretch, head)
    await sql.query('SELECT index_span($1, $2)', [after, upTo])
    await sql.query('SELECT index_events($1, $2)', [upTo, stretch])
    onProgress(upTo)
  }
}
