import { matchAt, unquote } from '../../../../kit/wire/written'
import type { InvalidQuery } from './query'

/** A part of a query's text. */
export interface Piece {
  readonly text: string
  readonly at: number
  readonly length: number
}

/** `-field:value`, of which a value is always there. */
export interface SearchToken {
  readonly negated: boolean
  readonly field: Piece | undefined
  readonly value: Piece
}

export type SearchTokens = { readonly type: 'tokens'; readonly tokens: readonly SearchToken[] } | InvalidQuery

const space = /\s*/y
const fieldName = /([A-Za-z]+):/y
const bare = /\S*/y
const quoted = /"(?:[^"\\]|\\.)*"/sy
const afterQuote = /\s|$/y

export const invalid = ({ at, length }: Pick<Piece, 'at' | 'length'>, message: string): InvalidQuery => ({
  type: 'invalid',
  at,
  length,
  message,
})

/** Cuts a query into its clauses. */
export const tokensOf = (text: string): SearchTokens => {
  const tokens: SearchToken[] = []
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const negated = text[at] === '-'
    const name = matchAt(fieldName, text, negated ? at + 1 : at)
    const begin = (negated ? at + 1 : at) + (name?.[0].length ?? 0)
    const value = valueAt(text, begin)
    if ('type' in value) return value
    const field = name ? { text: name[1] as string, at: name.index, length: name[0].length } : undefined
    if (value.length === 0) return missing(field, at)
    tokens.push({ negated, field, value })
    at = value.at + value.length
  }
  return { type: 'tokens', tokens }
}

const skipSpace = (text: string, at: number): number => at + (matchAt(space, text, at)?.[0].length ?? 0)

const valueAt = (text: string, at: number): Piece | InvalidQuery => {
  if (text[at] !== '"') {
    const [word = ''] = matchAt(bare, text, at) ?? []
    return { text: word, at, length: word.length }
  }
  const phrase = matchAt(quoted, text, at)
  if (!phrase) return invalid({ at, length: text.length - at }, 'This quotation mark is never closed')
  const end = at + phrase[0].length
  if (!matchAt(afterQuote, text, end))
    return invalid({ at: end, length: 1 }, 'After a quotation mark there has to be a space')
  return { text: unquote(phrase[0]), at, length: phrase[0].length }
}

const missing = (field: Piece | undefined, at: number): InvalidQuery =>
  field
    ? invalid(field, `Say what ${field.text} has to be, with no space after the colon`)
    : invalid({ at, length: 1 }, 'Nothing follows this minus; say what is not wanted')
