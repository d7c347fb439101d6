import { randomBytes, randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { inTransaction } from '../postgres/in-transaction'
import { appendBatch } from './append-batch'
import { seal } from './seal'

/**
 * Writes what needs room on the disk, and leaves nothing of it. What a temporary table held is given back at the end
 * of the transaction; the message goes to the write-ahead log and is nobody's.
 * @throws what Postgres says where there is no room.
 */
export const tryWrite = (pool: Pool): Promise<void> =>
  inTransaction(pool, async (sql) => {
    await sql.query('CREATE TEMPORARY TABLE IF NOT EXISTS write_probe (filler text) ON COMMIT DELETE ROWS')
    await sql.query(`INSERT INTO write_probe SELECT repeat('x', 1900) FROM generate_series(1, 32)`)
    await sql.query(`SELECT pg_logical_emit_message(true, 'hindsight', 'write probe')`)
  })

class TakenBack extends Error {}

/**
 * Appends to the log itself and takes it back. Only for when an append failed: each leaves dead rows behind.
 * @throws what Postgres says where the log can't be written.
 */
export const tryAppend = async (pool: Pool): Promise<void> => {
  const id = randomUUID()
  const probe = {
    type: 'WriteProbed',
    // Not to be compressed, so that it needs pages of its own.
    data: { filler: randomBytes(16_384).toString('base64') },
    eventId: id,
    schemaVersion: 1,
    metadata: {
      actor: { kind: 'system', id: 'readiness' },
      correlationId: id,
      causationId: id,
      commandId: null,
    },
    occurredAt: new Date().toISOString(),
  } as const
  const append = seal({ stream: { type: 'probe', id }, expectedVersion: 'none', events: [probe] })
  const taken = inTransaction(pool, async (sql) => {
    await appendBatch(sql, [append])
    throw new TakenBack()
  })
  await taken.catch((error) => {
    if (!(error instanceof TakenBack)) throw error
  })
}
