import type { Sql } from '../../../kit/server/postgres/sql'

/** Forgets up to so many links of mails whose time is over; gives how many. */
export const forgetLinks = async (sql: Sql, most: number): Promise<number> => {
  const { rowCount } = await sql.query({
    name: 'forget_links',
    text: `DELETE FROM auth_verifications WHERE id IN (
             SELECT id FROM auth_verifications WHERE expires_at < now() LIMIT $1)`,
    values: [most],
  })
  return rowCount ?? 0
}
