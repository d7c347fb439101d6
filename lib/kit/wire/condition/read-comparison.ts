import { named } from '../written'
import { type Condition, operators, orderings, type StreamValue } from './condition'
import { readValue } from './read-value'
import type { TokenReader } from './token-reader'
import type { ConditionVocabulary } from './vocabulary'

/** Reads what a value is compared with: `total > 50`. A word out of several is only equal or not, and one of them. */
export const readComparison = (
  reader: TokenReader,
  vocabulary: ConditionVocabulary,
): Condition | undefined => {
  const value = readValue(reader, vocabulary, 'condition')
  if (!value) return undefined
  const words = value.type === 'named' ? vocabulary.values[value.name]?.words : undefined
  const operator = operators.find(reader.isSymbol)
  if (!operator) return reader.fail('operator')
  if (words && orderings.some((ordering) => ordering === operator)) return reader.fail('equality')
  reader.take()
  const to = words ? readWord(reader, words) : readLiteral(reader, value)
  return to === undefined ? undefined : { type: 'compare', value, operator, to }
}

const readWord = ({ next, take, fail }: TokenReader, words: readonly string[]): string | undefined => {
  const word = named(words, next().value)
  if (word === undefined) return fail('word', `one of ${words.join(', ')}`)
  take()
  return word
}

const readLiteral = ({ next, take, fail }: TokenReader, value: StreamValue): number | string | undefined => {
  const { type, text, value: meant } = next()
  if (type === 'number') {
    take()
    return Number(text)
  }
  if (value.type !== 'path') return fail('number')
  if (type !== 'quoted' && type !== 'word') return fail('literal')
  take()
  return meant
}
