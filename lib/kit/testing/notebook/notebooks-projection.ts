import type { Sql } from '../../server/postgres/sql'
import { liveSchema, type Projection } from '../../server/projections/projection'
import { writeRows } from '../../server/projections/write-rows'
import { createNotebookStates, type NotebookStep } from './notebook-states'
import { type NotebookState, totalLines } from './state'

/** `notebooks`: one row for each. */
export const notebooksProjection: Projection = {
  name: 'notebooks',
  tables: ['notebooks'],
  filter: { streamTypes: ['notebook'] },
  begin: (streams) => {
    const follow = createNotebookStates(streams)
    return async (events) => {
      const rows = new Map<string, object>()
      for (const step of await follow(events)) rows.set(step.event.streamId, rowOf(step))
      return writeRows(target, rows)
    }
  },
}

const target = {
  table: 'notebooks',
  key: 'notebook_id',
  onConflict: `owner = excluded.owner, status = excluded.status, notes = excluded.notes, lines = excluded.lines,
    version = excluded.version, position = excluded.position, updated_at = excluded.updated_at`,
}

const rowOf = ({ event, after }: NotebookStep): object => ({
  notebook_id: after.id,
  ...summaryOf(after),
  position: event.position,
  updated_at: event.occurredAt,
})

/** What the read model has of a notebook's state. */
export const summaryOf = (state: NotebookState) => ({
  owner: state.owner,
  status: state.status,
  notes: state.notes.length,
  lines: totalLines(state),
  version: state.version,
})

/** Makes the table, as a migration would. */
export const createNotebooksTable = async (sql: Sql): Promise<void> => {
  await sql.query(
    `CREATE TABLE ${liveSchema}.notebooks (
       notebook_id text PRIMARY KEY,
       owner       text NOT NULL,
       status      text NOT NULL,
       notes       integer NOT NULL,
       lines       integer NOT NULL,
       version     integer NOT NULL,
       position    bigint NOT NULL,
       updated_at  timestamptz(3) NOT NULL
     );
     CREATE UNIQUE INDEX notebooks_position_key ON ${liveSchema}.notebooks (position);
     CREATE INDEX notebooks_owner_idx ON ${liveSchema}.notebooks (owner, position)`,
  )
}
