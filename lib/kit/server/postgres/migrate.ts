import pg, { type Client } from 'pg'
import { MigrationError } from './migration-error'
import { hasChecksum, type Migration, readMigrations } from './migration-files'
import {
  ensureMigrationTable,
  type MigrationRecord,
  readMigrationRecords,
  recordFinish,
  recordStart,
} from './migration-records'

/** The lock `prisma migrate` takes, so that the two cannot meet. */
const migrateLock = 72707369

/**
 * Applies the pending migrations as `prisma migrate deploy` would, each in a transaction together with its record. Of
 * several nodes that start at once, one works and the others wait.
 */
export const migrate = async (options: {
  url: string
  migrationsDir: string
  log: (line: string) => void
}): Promise<{ applied: string[] }> => {
  const { url, migrationsDir, log } = options
  const migrations = await readMigrations(migrationsDir)
  const client = new pg.Client({ connectionString: url, application_name: 'hindsight migrate' })
  // A lost connection fails the query under way; unheard, it would end the process as well.
  client.on('error', () => {})
  await client.connect()
  try {
    await lock(client, log)
    await ensureMigrationTable(client)
    const pending = judge(migrations, await readMigrationRecords(client), log)
    for (const migration of pending) {
      await apply(client, migration)
      log(`Applied migration ${migration.name}`)
    }
    return { applied: pending.map(({ name }) => name) }
  } finally {
    await client.end().catch(() => {})
  }
}

/** Held to the end of the connection. */
const lock = async (client: Client, log: (line: string) => void): Promise<void> => {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as locked', [migrateLock])
  if (rows[0].locked) return
  log('Waiting for another process to finish its migrations')
  await client.query('select pg_advisory_lock($1)', [migrateLock])
}

/** Compares what is on record with this build, and answers what is left to do. */
const judge = (
  migrations: Migration[],
  records: MigrationRecord[],
  log: (line: string) => void,
): Migration[] => {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, finished, checksum } of records) {
    if (!finished) {
      throw new MigrationError(
        'unfinished',
        name,
        `Migration ${name} failed half-way before. Repair the database by hand, then mark it with ` +
          `"npx prisma migrate resolve --applied ${name}" or "--rolled-back ${name}".`,
      )
    }
    const migration = known.get(name)
    if (!migration) {
      log(
        `Warning: the database has migration ${name}, which this build does not know (a newer build is at work)`,
      )
    } else if (!hasChecksum(migration, checksum)) {
      throw new MigrationError(
        'changed',
        name,
        `Migration ${name} was changed after it had been applied. Restore the file, and put the change into a new migration.`,
      )
    }
  }
  const done = new Set(records.map(({ name }) => name))
  return migrations.filter(({ name }) => !done.has(name))
}

const apply = async (client: Client, migration: Migration): Promise<void> => {
  try {
    await client.query('begin')
    // On record first: should the script commit by itself and then fail, the record remains, unfinished.
    const id = await recordStart(client, migration)
    await client.query(migration.sql)
    await recordFinish(client, id)
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => {})
    throw new MigrationError(
      'failed',
      migration.name,
      `Migration ${migration.name} failed and was rolled back: ${explain(cause, migration.sql)}`,
      { cause },
    )
  }
}

const explain = (error: unknown, sql: string): string => {
  if (!(error instanceof pg.DatabaseError)) return String(error)
  const line = error.position && `line ${sql.slice(0, Number(error.position)).split('\n').length}`
  return [error.message, line, error.detail, error.hint].filter(Boolean).join('; ')
}
