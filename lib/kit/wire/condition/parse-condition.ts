import type { CartValue, Condition } from './condition'
import type { ConditionProblem } from './condition-problem'
import { readComparison } from './read-comparison'
import { readProduct, readValue } from './read-value'
import { createTokenReader, type TokenReader } from './token-reader'
import { tokensOf } from './tokens'

type Parsed<Found> = { readonly type: 'parsed'; readonly found: Found } | ConditionProblem

/** Longer ones aren't read. */
export const maxConditionLength = 500

/** Reads a condition like `total > 50 and not has("Ceramic Mug")`; `not` binds closest, then `and`, then `or`. */
export const parseCondition = (text: string): Parsed<Condition> => parseWhole(text, readCondition)

/** Reads a value that can be watched for changes, like `quantity("Ceramic Mug")` or `items[mug].quantity`. */
export const parseCartValue = (text: string): Parsed<CartValue> =>
  parseWhole(text, (reader) => readValue(reader, 'value'))

const parseWhole = <Found>(text: string, read: (reader: TokenReader) => Found | undefined): Parsed<Found> => {
  const problem = { type: 'problem', found: '' } as const
  if (text.length > maxConditionLength)
    return { ...problem, at: maxConditionLength, expected: { atMost: maxConditionLength } }
  const taken = tokensOf(text)
  if (taken.type === 'unreadable')
    return { ...problem, at: taken.at, found: taken.text, expected: 'condition' }
  const reader = createTokenReader(taken.tokens)
  const found = read(reader)
  if (found !== undefined && reader.isAtEnd()) return { type: 'parsed', found }
  return reader.problem() ?? { ...problem, at: text.length, expected: 'condition' }
}

const readCondition = (reader: TokenReader): Condition | undefined =>
  readJoined(reader, 'or', readConjunction)

const readConjunction = (reader: TokenReader): Condition | undefined => readJoined(reader, 'and', readNegated)

const readJoined = (
  reader: TokenReader,
  type: 'and' | 'or',
  readPart: (reader: TokenReader) => Condition | undefined,
): Condition | undefined => {
  const first = readPart(reader)
  if (!first) return undefined
  const parts = [first]
  while (reader.isWord(type)) {
    reader.take()
    const more = readPart(reader)
    if (!more) return undefined
    parts.push(more)
  }
  return parts.length === 1 ? first : { type, parts }
}

const readNegated = (reader: TokenReader): Condition | undefined => {
  if (!reader.isWord('not')) return readPrimary(reader)
  reader.take()
  const part = readNegated(reader)
  return part && { type: 'not', part }
}

const readPrimary = (reader: TokenReader): Condition | undefined => {
  if (reader.isSymbol('(')) {
    reader.take()
    const inside = readCondition(reader)
    return inside && reader.parenthesis(')') && inside
  }
  if (!reader.isWord('has')) return readComparison(reader)
  reader.take()
  const product = readProduct(reader)
  return product === undefined ? undefined : { type: 'has', product }
}
