import type { ClientBase } from 'pg'

/** What a database was asked to do, and how often the server put its log on the disk, since they are counted. */
export interface PostgresCounts {
  readonly statements: number
  readonly flushes: number
}

/** Statements as clients sent them, those that begin and end transactions too, but none that a function makes inside. */
export const countPostgres = async (client: ClientBase, database: string): Promise<PostgresCounts> => {
  const { rows } = await client.query<PostgresCounts>(
    `SELECT (SELECT coalesce(sum(s.calls), 0)::float8 FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
             WHERE d.datname = $1) AS statements,
            (SELECT coalesce(sum(fsyncs), 0)::float8 FROM pg_stat_io WHERE object = 'wal') AS flushes`,
    [database],
  )
  return rows[0] as PostgresCounts
}

/** From the next start on; where others than superusers ask, what they asked is hidden, but counted. */
export const enableCounts = async (client: ClientBase): Promise<void> => {
  await client.query(`ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'`)
}
