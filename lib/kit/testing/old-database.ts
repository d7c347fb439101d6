import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../server/postgres/migrate'
import { createPool } from '../server/postgres/pool'
import { testAppConnection } from './connections'
import { createTestDatabase } from './database'
import { migrationsDir } from './migrations'

export interface OldDatabase {
  readonly owner: pg.Client
  /** As the app. */
  readonly pool: pg.Pool
  /** Brings it up to today. */
  readonly migrate: () => ReturnType<typeof migrate>
  readonly close: () => Promise<void>
}

/** Drops every schema but Postgres' own. */
const emptied = `
  DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|information_schema$)' LOOP
      EXECUTE format('DROP SCHEMA %I CASCADE', name);
    END LOOP;
  END $$;
  CREATE SCHEMA public`

/** A database of the test file's own as a version before left it, whose last migration is named. */
export const openOldDatabase = async (lastMigration: string): Promise<OldDatabase> => {
  const { ownerUrl, drop } = await createTestDatabase()
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(emptied)
  const run = (folder: string) => migrate({ url: ownerUrl, migrationsDir: folder, log: () => undefined })

  const old = await mkdtemp(join(tmpdir(), 'hindsight-migrations-'))
  for (const name of await readdir(migrationsDir)) {
    if (name <= lastMigration) await cp(join(migrationsDir, name), join(old, name), { recursive: true })
  }
  await run(old)
  await rm(old, { recursive: true, force: true })
  const pool = createPool(testAppConnection(ownerUrl), () => undefined)
  return {
    owner,
    pool,
    migrate: () => run(migrationsDir),
    close: async () => {
      await Promise.all([owner.end(), pool.end()])
      await drop()
    },
  }
}
