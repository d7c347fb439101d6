import { randomBytes } from 'node:crypto'
import pg, { type PoolConfig } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { NewEvent } from '../lib/kit/server/store/event-store'

export interface Floor {
  /** One row, in a transaction of its own. */
  readonly insertOne: (event: NewEvent) => Promise<void>
  /** As many rows in one statement, each the first of a stream. */
  readonly insertMany: (events: readonly NewEvent[]) => Promise<void>
  readonly countEvents: () => Promise<number>
  readonly close: () => Promise<void>
}

const columns =
  'event_id, stream_type, stream_id, version, type, schema_version, data, metadata, occurred_at, hash'

/**
 * What Postgres does at least for durable events: an INSERT of the same rows into a table with the same columns and the two
 * indexes that no log can be without, by position and by stream and version. No expected version, no order of positions,
 * nobody notified, nothing found by anything else, and any bytes for a hash.
 */
export const createFloor = async (connection: PoolConfig, table: string): Promise<Floor> => {
  const pool = new pg.Pool(connection)
  await pool.query(`
    CREATE SEQUENCE ${table}_position;
    CREATE TABLE ${table} (
      LIKE events INCLUDING DEFAULTS INCLUDING CONSTRAINTS,
      PRIMARY KEY (position),
      UNIQUE (stream_type, stream_id, version)
    );
    ALTER TABLE ${table}
      ALTER COLUMN position SET DEFAULT nextval('${table}_position'),
      ALTER COLUMN recorded_at SET DEFAULT clock_timestamp()`)
  return {
    insertOne: async (event) => {
      await pool.query({
        name: 'one',
        text: `INSERT INTO ${table} (${columns}) VALUES ($1, 'cart', $2, 1, $3, $4, $5, $6, $7, $8)`,
        values: toRow(event),
      })
    },
    insertMany: async (events) => {
      await pool.query({
        name: 'many',
        text: `INSERT INTO ${table} (${columns})
               SELECT id, 'cart', stream_id, 1, type, schema_version, data, metadata, occurred_at, hash
               FROM unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::jsonb[], $6::jsonb[],
                           $7::timestamptz[], $8::bytea[])
                 AS r(id, stream_id, type, schema_version, data, metadata, occurred_at, hash)`,
        values: transpose(events.map(toRow)),
      })
    },
    countEvents: async () =>
      (await pool.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${table}`)).rows[0]?.rows ?? 0,
    close: () => pool.end(),
  }
}

const toRow = ({ eventId, type, schemaVersion, data, metadata, occurredAt }: NewEvent): unknown[] => [
  eventId,
  uuidv7(),
  type,
  schemaVersion,
  data,
  metadata,
  occurredAt,
  randomBytes(32),
]

const transpose = (rows: readonly (readonly unknown[])[]): unknown[][] =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]))
