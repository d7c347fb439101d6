import type { Value } from '../../../../kit/server/postgres/parameters'
import type { Clause, SearchCondition, TimeField, ValueRange } from '../../wire/search/query'
import { beginningWith, containing } from './known-ids'
import type { Meaning } from './look-up'
import { numberRangeSql, timeRangeSql } from './range-sql'
import { hasPhraseSql, type Phrase } from './texts-with'
import { totalSql } from './total-sql'

/** A clause, and what it means where it is about what the events say. */
export interface MeantClause extends Clause {
  readonly meaning: Meaning
}

const timeColumns: Readonly<Record<TimeField, string>> = {
  created: 'c.created_at',
  updated: 'c.updated_at',
  closed: 'c.closed_at',
}

/** What has to be true of a row `c` of `carts`. */
export const clauseSql = ({ negated, condition, meaning }: MeantClause, value: Value): string => {
  const alternatives = alternativesSql(condition, meaning, value)
  const anyOfThem = alternatives.map((sql) => `(${sql})`).join(' OR ') || 'false'
  return negated ? `NOT (${anyOfThem})` : anyOfThem
}

const alternativesSql = (condition: SearchCondition, meaning: Meaning, value: Value): readonly string[] => {
  switch (condition.field) {
    case 'words':
      return meaningSql(condition.text, meaning, value)
    case 'product':
    case 'event':
    case 'actor':
      return meaningSql('', meaning, value)
    case 'cart':
      return [`c.cart_id LIKE ${value(beginningWith(condition.text))}`]
    case 'customer':
      return [`c.customer_id LIKE ${value(beginningWith(condition.text))}`]
    case 'email':
      return [emailSql(condition.text, value)]
    case 'status':
      return [`c.status = ${value(condition.status)}`]
    case 'total':
      return [totalSql(condition, value)]
    case 'items':
      return [numberRangeSql(condition.range, 'c.item_count', (text) => `${value(text)}::bigint`)]
    case 'events':
      return [numberRangeSql(condition.range, 'c.version', (text) => `${value(text)}::bigint`)]
    default:
      return [timeSql(condition.field, condition.range, value)]
  }
}

const emailSql = (text: string, value: Value): string =>
  `c.customer_id IN (SELECT id FROM auth_users WHERE email LIKE ${value(containing(text.toLowerCase()))})`

/** Carts that are open still were not closed at any time, and this says so instead of NULL. */
const timeSql = (field: TimeField, range: ValueRange, value: Value): string => {
  const column = timeColumns[field]
  return `${column} IS NOT NULL AND ${timeRangeSql(range, column, value)}`
}

const meaningSql = (text: string, { terms, phrase, ids }: Meaning, value: Value): string[] => [
  ...(ids.cart ? [`c.cart_id LIKE ${value(beginningWith(text))}`] : []),
  ...(ids.customer ? [`c.customer_id LIKE ${value(beginningWith(text))}`] : []),
  ...(terms.length > 0 ? [termsSql(terms, value)] : []),
  ...(phrase ? [phraseSql(phrase, value)] : []),
]

const fewTerms = 8

/**
 * The carts of a few terms are walked along beside the carts themselves; those of many are gathered first. Where
 * they are denied Postgres makes a hash of them, and so has nothing to guess.
 */
const termsSql = (terms: readonly string[], value: Value): string => {
  const isOneOf = terms.length === 1 ? `= ${value(terms[0])}` : `= ANY(${value(terms)})`
  const distinct = terms.length > fewTerms ? 'DISTINCT' : ''
  return `c.created_position IN (SELECT ${distinct} created_position FROM cart_terms WHERE term ${isOneOf})`
}

/** An array, since Postgres then goes through the index once, from the first of the texts to the last. */
const phraseSql = (phrase: Phrase, value: Value): string =>
  `c.created_position IN (
     SELECT DISTINCT created_position FROM cart_terms
     WHERE term = ANY(ARRAY(SELECT kind || '=' || text FROM cart_texts WHERE ${hasPhraseSql(phrase, value)})))`
