import { conditionOf } from './conditions'
import { type CartQuery, type Clause, type InvalidQuery, maxClauses, maxQueryLength } from './query'
import { invalid, type SearchToken, tokensOf } from './tokens'

export type ParsedQuery = { readonly type: 'parsed'; readonly query: CartQuery } | InvalidQuery

/**
 * Reads what staff typed to find carts: `mug -status:active total:20..100 "changed my mind"`. All of it has to hold.
 * An empty text is a query that every cart answers.
 */
export const parseCartQuery = (text: string): ParsedQuery => {
  if (text.length > maxQueryLength)
    return invalid(
      { at: maxQueryLength, length: text.length - maxQueryLength },
      `A search has at most ${maxQueryLength} characters`,
    )
  const cut = tokensOf(text)
  if (cut.type === 'invalid') return cut
  const surplus = cut.tokens[maxClauses]
  if (surplus) return invalid(surplus.value, `A search has at most ${maxClauses} conditions`)
  const query: Clause[] = []
  for (const token of cut.tokens) {
    const condition = readToken(token)
    if ('type' in condition && condition.type === 'invalid') return condition
    query.push({ negated: token.negated, condition: condition as Clause['condition'] })
  }
  return { type: 'parsed', query }
}

const readToken = ({ field, value }: SearchToken): Clause['condition'] | InvalidQuery =>
  field ? conditionOf(field, value) : { field: 'words', text: value.text }
