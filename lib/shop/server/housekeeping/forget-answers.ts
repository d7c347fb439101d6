import type { Sql } from '../../../kit/server/postgres/sql'

/** Forgets up to so many answers to commands that wrote nothing, 35 days after; gives how many. */
export const forgetAnswers = async (sql: Sql, most: number): Promise<number> => {
  const { rows } = await sql.query<{ forgotten: string }>({
    name: 'forget_answers',
    text: 'SELECT forget_answers($1) AS forgotten',
    values: [most],
  })
  return Number(rows[0]?.forgotten)
}
