import { escapeIdentifier } from 'pg'
import type { Sql } from '../postgres/sql'
import { liveSchema, type Projection } from './projection'

/** The schema that projections are built anew in, beside the one that is read. */
export const buildSchema = 'read_models_build'

/** Empty tables for a projection to be built in: keys and indexes like those of the ones that are read. */
export const createBuildTables = async (sql: Sql, projection: Projection): Promise<void> => {
  await dropBuildTables(sql, projection)
  for (const table of projection.tables) {
    for (const statement of await statementsLike(sql, table)) await sql.query(statement)
  }
}

/** Removes what a rebuild made, or left behind. */
export const dropBuildTables = async (sql: Sql, { tables }: Projection): Promise<void> => {
  for (const table of tables.map(escapeIdentifier)) {
    await sql.query(`DROP TABLE IF EXISTS ${buildSchema}.${table} CASCADE`)
  }
}

/** Puts the tables that were built in the place of those that are read. Takes a transaction. */
export const swapTables = async (transaction: Sql, projection: Projection): Promise<void> => {
  for (const table of projection.tables.map(escapeIdentifier)) {
    await transaction.query(`DROP TABLE ${liveSchema}.${table}`)
    await transaction.query(`ALTER TABLE ${buildSchema}.${table} SET SCHEMA ${liveSchema}`)
  }
}

/** What makes an empty table like the one that is read. `LIKE ... INCLUDING INDEXES` would give its indexes names of its own. */
const statementsLike = async (sql: Sql, table: string): Promise<string[]> => {
  const { rows } = await sql.query<{ statement: string }>(
    `WITH target AS (SELECT $1::text AS live, $2::text AS build, $3::text AS name, format('%I.%I', $1::text, $3::text)::regclass AS old)
     SELECT statement FROM (
       SELECT 1, format('CREATE TABLE %I.%I (LIKE %I.%I INCLUDING ALL EXCLUDING INDEXES)', build, name, live, name)
       FROM target
       UNION ALL
       SELECT 2, format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', build, name, conname, pg_get_constraintdef(oid))
       FROM target JOIN pg_constraint ON conrelid = old AND contype IN ('p', 'u')
       UNION ALL
       SELECT 3, replace(pg_get_indexdef(indexrelid), format(' ON %I.%I ', live, name), format(' ON %I.%I ', build, name))
       FROM target JOIN pg_index ON indrelid = old
       WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
     ) AS statements(step, statement) ORDER BY step`,
    [liveSchema, buildSchema, table],
  )
  return rows.map(({ statement }) => statement)
}
