import { milestoneTypes } from '../../../shop/cart/milestones'
import { shopEvents } from '../../../shop/wire/events/shop-events'
import type { CartOutline } from '../../wire/api-outline'
import type { Sql } from '../postgres/sql'

type Marks = CartOutline['marks']

/** More would only be drawn over each other. */
export const mostMarks = 500

/** The beginnings, returns and ends among a cart's events in the log, the latest of them, in order of version. */
export const readMilestones = async (sql: Sql, cartId: string, head: number): Promise<Marks> => {
  const { rows } = await sql.query<Marks[number]>({
    name: 'read_milestones',
    text: `SELECT version, type FROM events
      WHERE stream_type = 'cart' AND stream_id = $1 AND version <= $2 AND type = ANY ($3)
      ORDER BY version DESC LIMIT ${mostMarks}`,
    values: [cartId, head, milestoneTypes.flatMap(shopEvents.storedTypesOf)],
  })
  return rows.map(({ version, type }) => ({ version, type: shopEvents.currentTypeOf(type) })).reverse()
}

/** Where a command met another version than the one it was meant for; in order of version. */
export const readConflicts = async (sql: Sql, cartId: string, head: number): Promise<Marks> => {
  const { rows } = await sql.query<{ version: number }>({
    name: 'read_conflicts',
    text: `SELECT DISTINCT (outcome ->> 'actual')::int AS version FROM commands
      WHERE stream_type = 'cart' AND stream_id = $1 AND outcome ->> 'type' = 'conflict'
        AND (outcome ->> 'actual')::int BETWEEN 1 AND $2
      ORDER BY version DESC LIMIT ${mostMarks}`,
    values: [cartId, head],
  })
  return rows.map(({ version }) => ({ version, type: 'Conflict' })).reverse()
}
