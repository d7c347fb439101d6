import type { RecordedEvent } from '../../protocol/recorded-event'
import { Prisma } from '../generated/prisma/client'
import { type EventRow, toRecordedEvent } from './event-row'
import type { ReadAll } from './event-store'
import type { Sql } from './sql'

export const readAll = async (sql: Sql, { after, limit, type }: ReadAll): Promise<RecordedEvent[]> => {
  const ofType = type ? Prisma.sql`AND type = ${type}` : Prisma.empty
  const rows = await sql.$queryRaw<EventRow[]>`
    SELECT position, event_id, stream_type, stream_id, version, type, schema_version, data, metadata, occurred_at
    FROM events WHERE position > ${after} ${ofType} ORDER BY position LIMIT ${limit}`
  return rows.map(toRecordedEvent)
}

export const headPosition = async (sql: Sql): Promise<number> => {
  const [row] = await sql.$queryRaw<{ head: bigint | null }[]>`SELECT max(position) AS head FROM events`
  return Number(row?.head ?? 0)
}
