import type { Sql } from '../postgres/sql'

/** The part of the log that a process has decided about, by the positions of the first and the last of its inputs in it. */
export interface Decided {
  readonly from: number
  readonly upTo: number
}

const nothing: Decided = { from: 0, upTo: 0 }

/** What a process has decided about. */
export const decidedBy = async (sql: Sql, name: string): Promise<Decided> => {
  const { rows } = await sql.query<{ from: string; upTo: string }>(
    'SELECT decided_from AS from, decided_up_to AS "upTo" FROM processes WHERE name = $1',
    [name],
  )
  return rows.map(({ from, upTo }) => ({ from: Number(from), upTo: Number(upTo) }))[0] ?? nothing
}

/**
 * Notes down that a process has decided about its inputs of a part of the log, which follows what it had decided about. It is committed
 * without a flush of its own: what was decided stands in the log, and where a crash of the server takes the mark back only inputs that
 * led to nothing are decided once more.
 */
export const noteDecided = async (sql: Sql, name: string, { from, upTo }: Decided): Promise<void> => {
  await sql.query({
    name: 'note_decided',
    text: `WITH unhurried AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
           INSERT INTO processes AS p (name, decided_from, decided_up_to) SELECT $1, $2, $3 FROM unhurried
           ON CONFLICT (name) DO UPDATE SET decided_up_to = greatest(p.decided_up_to, excluded.decided_up_to)`,
    values: [name, from, upTo],
  })
}
