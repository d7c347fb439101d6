import { createParameters, type Value } from '../../../../kit/server/postgres/parameters'
import type { Sql } from '../../../../kit/server/postgres/sql'
import type { Said, TextKind } from './terms'

/** Words next to each other, in this order, in texts of these kinds. */
export interface Phrase {
  readonly kinds: readonly TextKind[]
  readonly words: readonly string[]
}

/** What is true of a row of `cart_texts` that has the phrase. */
export const hasPhraseSql = ({ kinds, words }: Phrase, value: Value): string =>
  `kind = ANY(${value(kinds)}) AND words @> ${value(words)}
   AND position(${value(` ${words.join(' ')} `)} IN ' ' || array_to_string(words, ' ') || ' ') > 0`

/** Texts that have the phrase; some of them, when there are more than the limit. */
export const textsWith = async (sql: Sql, phrase: Phrase, limit: number): Promise<Said[]> => {
  const { values, value } = createParameters()
  const { rows } = await sql.query<Said>(
    `SELECT kind, text FROM cart_texts WHERE ${hasPhraseSql(phrase, value)} LIMIT ${value(limit)}`,
    values,
  )
  return rows
}
