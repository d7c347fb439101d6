import type { Sql } from '../../../kit/server/postgres/sql'

/**
 * Forgets up to so many guests who never had a cart and weren't here for so many days, with their sessions; gives how many.
 * Whether they had one the read model knows, which may be behind: none is forgotten while it doesn't know an hour ago yet. A guest
 * who comes back has their session renewed before they get a cart.
 */
export const forgetGuests = async (sql: Sql, days: number, most: number): Promise<number> => {
  const { rowCount } = await sql.query({
    name: 'forget_guests',
    text: `WITH known AS (
             SELECT min(position) AS position FROM subscriptions WHERE name = 'carts'
           ), idle AS (
             SELECT u.id FROM auth_users u
             WHERE u.is_anonymous AND greatest(u.created_at, u.updated_at) < now() - make_interval(days => $1)
               AND NOT EXISTS (SELECT FROM auth_sessions s
                               WHERE s.user_id = u.id AND s.updated_at >= now() - make_interval(days => $1))
               AND NOT EXISTS (SELECT FROM carts c WHERE c.customer_id = u.id)
               AND EXISTS (SELECT FROM known WHERE known.position IS NOT NULL)
               AND NOT coalesce((SELECT e.recorded_at < now() - interval '1 hour' FROM events e
                                 WHERE e.position > (SELECT known.position FROM known)
                                 ORDER BY e.position LIMIT 1), false)
             ORDER BY u.created_at
             LIMIT $2
             FOR UPDATE OF u SKIP LOCKED
           )
           DELETE FROM auth_users u USING idle WHERE u.id = idle.id`,
    values: [days, most],
  })
  return rowCount ?? 0
}
