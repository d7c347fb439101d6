import type { Condition, StreamValue } from './condition'
import type { ConditionProblem } from './condition-problem'
import { readComparison } from './read-comparison'
import { readArgument, readValue } from './read-value'
import { createTokenReader, type TokenReader } from './token-reader'
import { tokensOf } from './tokens'
import type { ConditionVocabulary } from './vocabulary'

type Parsed<Found> = { readonly type: 'parsed'; readonly found: Found } | ConditionProblem

/** Longer ones aren't read. */
const maxConditionLength = 500

/** Reads a condition like `total > 50 and not has("Ceramic Mug")`; `not` binds closest, then `and`, then `or`. */
export const parseCondition = (text: string, vocabulary: ConditionVocabulary): Parsed<Condition> =>
  parseWhole(text, vocabulary, readCondition)

/** Reads a value that can be watched for changes, like `quantity("Ceramic Mug")` or `items[mug].quantity`. */
export const parseStreamValue = (text: string, vocabulary: ConditionVocabulary): Parsed<StreamValue> =>
  parseWhole(text, vocabulary, (reader) => readValue(reader, vocabulary, 'value'))

type Read<Found> = (reader: TokenReader, vocabulary: ConditionVocabulary) => Found | undefined

const parseWhole = <Found>(
  text: string,
  vocabulary: ConditionVocabulary,
  read: Read<Found>,
): Parsed<Found> => {
  const problem = { type: 'problem', found: '' } as const
  const noCondition = { ...problem, expected: 'condition', hint: vocabulary.hints.condition } as const
  if (text.length > maxConditionLength)
    return { ...problem, at: maxConditionLength, expected: { atMost: maxConditionLength } }
  const taken = tokensOf(text)
  if (taken.type === 'unreadable') return { ...noCondition, at: taken.at, found: taken.text }
  const reader = createTokenReader(taken.tokens)
  const found = read(reader, vocabulary)
  if (found !== undefined && reader.isAtEnd()) return { type: 'parsed', found }
  return reader.problem() ?? { ...noCondition, at: text.length }
}

const readCondition: Read<Condition> = (reader, vocabulary) =>
  readJoined(reader, 'or', () => readConjunction(reader, vocabulary))

const readConjunction: Read<Condition> = (reader, vocabulary) =>
  readJoined(reader, 'and', () => readNegated(reader, vocabulary))

const readJoined = (
  reader: TokenReader,
  type: 'and' | 'or',
  readPart: () => Condition | undefined,
): Condition | undefined => {
  const first = readPart()
  if (!first) return undefined
  const parts = [first]
  while (reader.isWord(type)) {
    reader.take()
    const more = readPart()
    if (!more) return undefined
    parts.push(more)
  }
  return parts.length === 1 ? first : { type, parts }
}

const readNegated: Read<Condition> = (reader, vocabulary) => {
  if (!reader.isWord('not')) return readPrimary(reader, vocabulary)
  reader.take()
  const part = readNegated(reader, vocabulary)
  return part && { type: 'not', part }
}

const readPrimary: Read<Condition> = (reader, vocabulary) => {
  if (reader.isSymbol('(')) {
    reader.take()
    const inside = readCondition(reader, vocabulary)
    return inside && reader.parenthesis(')') && inside
  }
  if (!vocabulary.has || !reader.isWord('has')) return readComparison(reader, vocabulary)
  reader.take()
  const of = readArgument(reader, vocabulary)
  return of === undefined ? undefined : { type: 'has', of }
}
