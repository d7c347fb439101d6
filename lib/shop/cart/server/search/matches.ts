import type { Sql } from '../../../../kit/server/postgres/sql'
import type { CartMatch } from '../../wire/cart-list'
import { wordsOf } from '../../wire/search/words'
import type { MeantClause } from './condition-sql'
import { emailsOf } from './emails-of'
import type { Meaning } from './look-up'
import type { SelectedCart } from './select-carts'
import { type Said, saidOf, saidTerm, type TextKind } from './terms'
import { termsOfCarts } from './terms-of-carts'
import { textsWith } from './texts-with'

/** Of each clause so many texts are tried for what to show, and so many shown. */
const tried = 200
const shown = 3

type Matches = (cart: SelectedCart) => readonly CartMatch[]

/** What each of the carts was found by that its row doesn't show. */
export const matchesOf = async (
  sql: Sql,
  clauses: readonly MeantClause[],
  carts: readonly SelectedCart[],
): Promise<Matches> => {
  if (carts.length === 0) return () => []
  const wanted = clauses.filter(({ negated }) => !negated)
  const told: Matches[] = []
  for (const clause of wanted) told.push(await matchesOfClause(sql, clause, carts))
  return (cart) => distinct(told.flatMap((matches) => matches(cart)))
}

const distinct = (matches: readonly CartMatch[]): CartMatch[] => [
  ...new Map(matches.map((match) => [`${match.field} ${match.value}`, match])).values(),
]

const matchesOfClause = async (
  sql: Sql,
  { condition, meaning }: MeantClause,
  carts: readonly SelectedCart[],
): Promise<Matches> => {
  switch (condition.field) {
    case 'email':
      return emailMatches(await emailsOf(sql, [...new Set(carts.map(({ cart }) => cart.customerId))]))
    case 'product':
      return textMatches(sql, condition.text, ['name'], meaning, carts)
    case 'words':
      return textMatches(sql, condition.text, ['name', 'text'], meaning, carts)
    default:
      return () => []
  }
}

const emailMatches =
  (emails: ReadonlyMap<string, string>): Matches =>
  ({ cart }) => {
    const email = emails.get(cart.customerId)
    return email === undefined ? [] : [{ field: 'email', value: email }]
  }

const textMatches = async (
  sql: Sql,
  text: string,
  kinds: readonly TextKind[],
  { terms, phrase }: Meaning,
  carts: readonly SelectedCart[],
): Promise<Matches> => {
  if (terms.length === 0 && !phrase) return () => []
  const words = wordsOf(text)
  const texts = words.length > 0 ? await textsWith(sql, { kinds, words }, tried) : []
  const positions = carts.map(({ position }) => position)
  const found = await termsOfCarts(sql, positions, [...new Set([...terms, ...texts.map(saidTerm)])])
  return ({ position }) => shownOf(text, found.get(position) ?? [])
}

/** Whole texts, where there are any among those that were tried, else what was asked for. */
const shownOf = (text: string, terms: readonly string[]): CartMatch[] => {
  const said = terms.map(saidOf).filter((one) => one !== undefined)
  if (said.length > 0) return said.slice(0, shown).map(toMatch)
  return terms.length > 0 ? [{ field: terms.some(isOfProduct) ? 'product' : 'words', value: text }] : []
}

const isOfProduct = (term: string): boolean => /^(product|name):/.test(term)

const toMatch = ({ kind, text }: Said): CartMatch => ({
  field: kind === 'name' ? 'product' : 'words',
  value: text,
})
