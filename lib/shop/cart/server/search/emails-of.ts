import type { Sql } from '../../../../kit/server/postgres/sql'

/** The e-mail addresses of customers, by their ids; guests have none. */
export const emailsOf = async (
  sql: Sql,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql.query<{ id: string; email: string }>(
    'SELECT id, email FROM auth_users WHERE id = ANY($1) AND is_anonymous IS NOT TRUE',
    [customerIds],
  )
  return new Map(rows.map(({ id, email }) => [id, email]))
}
