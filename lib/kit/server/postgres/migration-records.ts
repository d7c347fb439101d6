import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { Migration } from './migration-files'

/** A migration that was begun, and (unless `finished` is false) applied. */
export interface MigrationRecord {
  readonly name: string
  readonly checksum: string
  readonly finished: boolean
}

/** Prisma's own table, to the letter, so that `prisma migrate` can take over at any time. */
export const ensureMigrationTable = async (client: Client): Promise<void> => {
  // `create ... if not exists` would put a notice into the log at every start.
  const { rows } = await client.query(`select to_regclass('_prisma_migrations') is not null as exists`)
  if (rows[0].exists) return
  await client.query(`
    CREATE TABLE _prisma_migrations (
      id                      VARCHAR(36) PRIMARY KEY NOT NULL,
      checksum                VARCHAR(64) NOT NULL,
      finished_at             TIMESTAMPTZ,
      migration_name          VARCHAR(255) NOT NULL,
      logs                    TEXT,
      rolled_back_at          TIMESTAMPTZ,
      started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
      applied_steps_count     INTEGER NOT NULL DEFAULT 0
    )`)
}

/** Everything on record but what somebody has resolved as rolled back. */
export const readMigrationRecords = async (client: Client): Promise<MigrationRecord[]> => {
  const { rows } = await client.query(
    `select migration_name as name, checksum, finished_at is not null as finished
     from _prisma_migrations where rolled_back_at is null order by started_at, migration_name`,
  )
  return rows
}

export const recordStart = async (client: Client, { name, checksum }: Migration): Promise<string> => {
  const id = randomUUID()
  await client.query(
    'insert into _prisma_migrations (id, checksum, migration_name, started_at) values ($1, $2, $3, clock_timestamp())',
    [id, checksum, name],
  )
  return id
}

export const recordFinish = async (client: Client, id: string): Promise<void> => {
  await client.query(
    'update _prisma_migrations set finished_at = clock_timestamp(), applied_steps_count = 1 where id = $1',
    [id],
  )
}
