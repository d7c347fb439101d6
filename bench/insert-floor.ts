import pg, { type Pool, type PoolConfig } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import type { NewEvent } from '../lib/server/store/event-store'

const table = 'floor_events'

/**
 * What Postgres does at least for a durable event: one INSERT, of the same row, into a table with the same
 * indexes, each its own transaction. No order of positions, no expected version.
 */
export const createFloor = async ({ connectionString }: PoolConfig, pool: Pool) => {
  const owner = new pg.Client({ connectionString })
  await owner.connect()
  try {
    await owner.query(`
      CREATE TABLE ${table} (LIKE events INCLUDING ALL);
      GRANT SELECT, INSERT ON ${table} TO hindsight_app;
      GRANT USAGE ON SEQUENCE events_position_seq TO hindsight_app`)
  } finally {
    await owner.end()
  }
  return {
    table,
    insert: async ({ eventId, type, schemaVersion, data, metadata, occurredAt }: NewEvent): Promise<void> => {
      await pool.query({
        name: 'floor',
        text: `INSERT INTO ${table}
                 (event_id, stream_type, stream_id, version, type, schema_version, data, metadata, occurred_at)
               VALUES ($1, 'cart', $2, 1, $3, $4, $5, $6, $7)`,
        values: [eventId, uuidv7(), type, schemaVersion, data, metadata, occurredAt],
      })
    },
  }
}
