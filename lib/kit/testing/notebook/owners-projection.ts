import type { Sql } from '../../server/postgres/sql'
import type { Write } from '../../server/postgres/write'
import { liveSchema, type Projection } from '../../server/projections/projection'
import { addTo, writeRows } from '../../server/projections/write-rows'
import { createNotebookStates, type NotebookStep } from './notebook-states'

/** `owners` and `owner_endings`: how many notebooks each has, and for which reasons how many were closed. */
export const ownersProjection: Projection = {
  name: 'owners',
  tables: ['owners', 'owner_endings'],
  filter: { streamTypes: ['notebook'] },
  begin: (streams) => {
    const follow = createNotebookStates(streams)
    return async (events) => {
      const steps = await follow(events)
      return [...writeOwners(steps), ...writeEndings(steps)]
    }
  },
}

const writeOwners = (steps: readonly NotebookStep[]): readonly Write[] => {
  const rows = new Map<string, { owner: string; notebooks: number; open: number; last_seen_at: string }>()
  for (const { event, before, after } of steps) {
    const { owner } = after
    const row = rows.get(owner) ?? { owner, notebooks: 0, open: 0, last_seen_at: event.occurredAt }
    rows.set(owner, row)
    if (before.status === 'none') row.notebooks++
    if (before.status === 'open') row.open--
    if (after.status === 'open') row.open++
    if (event.occurredAt > row.last_seen_at) row.last_seen_at = event.occurredAt
  }
  return writeRows(owners, rows)
}

const owners = {
  table: 'owners',
  key: 'owner',
  onConflict: `${addTo('notebooks', 'open')}, last_seen_at = greatest(t.last_seen_at, excluded.last_seen_at)`,
}

const writeEndings = (steps: readonly NotebookStep[]): readonly Write[] => {
  const rows = new Map<string, { owner: string; reason: string; notebooks: number; lines: number }>()
  for (const { event, after } of steps) {
    if (event.type !== 'NotebookClosed') continue
    const { ending, lines } = event.data
    const key = `${after.owner} ${ending.reason}`
    const row = rows.get(key) ?? { owner: after.owner, reason: ending.reason, notebooks: 0, lines: 0 }
    rows.set(key, row)
    row.notebooks++
    row.lines += lines
  }
  return writeRows(endings, rows)
}

const endings = { table: 'owner_endings', key: 'owner, reason', onConflict: addTo('notebooks', 'lines') }

/** Makes the tables, as a migration would. */
export const createOwnersTables = async (sql: Sql): Promise<void> => {
  await sql.query(
    `CREATE TABLE ${liveSchema}.owners (
       owner        text PRIMARY KEY,
       notebooks    bigint NOT NULL,
       open         bigint NOT NULL,
       last_seen_at timestamptz(3) NOT NULL
     );
     CREATE TABLE ${liveSchema}.owner_endings (
       owner     text NOT NULL,
       reason    text NOT NULL,
       notebooks bigint NOT NULL,
       lines     bigint NOT NULL,
       PRIMARY KEY (owner, reason)
     )`,
  )
}
