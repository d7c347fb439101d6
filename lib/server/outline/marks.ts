import { milestoneTypes } from '../../domain/cart/milestones'
import { currentTypeOf, storedTypesOf } from '../../protocol/events/registry'
import type { Sql } from '../store/sql'

interface Marks {
  readonly marks: readonly { readonly version: number; readonly type: string }[]
  /** The log doesn't hold this cart's events any more. */
  readonly isArchived: boolean
}

const most = 500

/** What stands out in a cart's history, the latest of it, in order of version. */
export const readMarks = async (sql: Sql, cartId: string, head: number): Promise<Marks> => {
  const { rows } = await sql.query<{ version: number; type: string | null }>({
    name: 'read_marks',
    text: `SELECT * FROM (
        SELECT version, type FROM events
        WHERE stream_type = 'cart' AND stream_id = $1 AND version <= $2 AND type = ANY ($3)
        UNION ALL
        SELECT (outcome ->> 'actual')::int, 'Conflict' FROM commands
        WHERE stream_type = 'cart' AND stream_id = $1 AND outcome ->> 'type' = 'conflict'
          AND (outcome ->> 'actual')::int BETWEEN 1 AND $2
        UNION ALL
        SELECT 0, NULL FROM archived_streams WHERE stream_type = 'cart' AND stream_id = $1
      ) found ORDER BY type IS NULL DESC, version DESC LIMIT ${most}`,
    values: [cartId, head, milestoneTypes.flatMap(storedTypesOf)],
  })
  const marks = rows.flatMap(({ version, type }) => (type ? [{ version, type: currentTypeOf(type) }] : []))
  return { marks: marks.reverse(), isArchived: rows.some(({ type }) => type === null) }
}
