import { escapeIdentifier } from 'pg'
import type { Sql } from '../store/sql'
import type { Projection } from './projection'

/** The schema a projection is built anew in. */
export const buildSchemaOf = ({ name }: Projection): string => `rebuild_${name}`

/** Empty tables for a projection in a schema of their own: indexes, keys and grants like those in `public`. */
export const createBuildTables = async (owner: Sql, projection: Projection): Promise<void> => {
  const schema = buildSchemaOf(projection)
  await dropBuildTables(owner, projection)
  await owner.query(`CREATE SCHEMA ${escapeIdentifier(schema)}`)
  for (const table of projection.tables) {
    for (const statement of await statementsLike(owner, schema, table)) await owner.query(statement)
  }
}

/** Removes what a rebuild made, or left behind. */
export const dropBuildTables = async (owner: Sql, projection: Projection): Promise<void> => {
  await owner.query(`DROP SCHEMA IF EXISTS ${escapeIdentifier(buildSchemaOf(projection))} CASCADE`)
}

/** Puts the tables that were built in the place of those in `public`. Takes a transaction. */
export const swapTables = async (transaction: Sql, projection: Projection): Promise<void> => {
  const schema = escapeIdentifier(buildSchemaOf(projection))
  for (const table of projection.tables.map(escapeIdentifier)) {
    await transaction.query(`DROP TABLE public.${table}`)
    await transaction.query(`ALTER TABLE ${schema}.${table} SET SCHEMA public`)
  }
  await transaction.query(`DROP SCHEMA ${schema}`)
}

/**
 * What makes an empty table like the one in `public`. `LIKE ... INCLUDING INDEXES` would give its indexes names
 * of its own, and leave out who may use it.
 */
const statementsLike = async (owner: Sql, schema: string, table: string): Promise<string[]> => {
  const { rows } = await owner.query<{ statement: string }>(
    `WITH target AS (SELECT $1::text AS schema, $2::text AS name, format('public.%I', $2::text)::regclass AS old)
     SELECT statement FROM (
       SELECT 1, format('CREATE TABLE %1$I.%2$I (LIKE public.%2$I INCLUDING ALL EXCLUDING INDEXES)', schema, name)
       FROM target
       UNION ALL
       SELECT 2, format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', schema, name, conname, pg_get_constraintdef(oid))
       FROM target JOIN pg_constraint ON conrelid = old AND contype IN ('p', 'u')
       UNION ALL
       SELECT 3, replace(pg_get_indexdef(indexrelid), format(' ON public.%I ', name), format(' ON %I.%I ', schema, name))
       FROM target JOIN pg_index ON indrelid = old
       WHERE NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
       UNION ALL
       SELECT 4, format('GRANT %s ON %I.%I TO %s', privilege_type, schema, name,
                        CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END)
       FROM target JOIN pg_class ON pg_class.oid = old, aclexplode(relacl) WHERE grantee <> relowner
     ) AS statements(step, statement) ORDER BY step`,
    [schema, table],
  )
  return rows.map(({ statement }) => statement)
}
