import { named } from '../written'
import type { StreamValue, ValuePathStep } from './condition'
import type { TokenReader } from './token-reader'
import type { ConditionVocabulary } from './vocabulary'

/** Reads a value of a state: `total`, `quantity("Ceramic Mug")`, `items[mug].quantity`. */
export const readValue = (
  reader: TokenReader,
  vocabulary: ConditionVocabulary,
  expected: 'condition' | 'value',
): StreamValue | undefined => {
  const { type, text } = reader.next()
  const { values, roots, hints } = vocabulary
  if (type !== 'word') return reader.fail(expected, hints[expected])
  const name = named(Object.keys(values), text)
  if (name !== undefined) {
    reader.take()
    if (!values[name]?.takesArgument) return { type: 'named', name }
    const of = readArgument(reader, vocabulary)
    return of === undefined ? undefined : { type: 'named', name, of }
  }
  const root = named(roots, text)
  if (root === undefined) return reader.fail(expected, hints[expected])
  reader.take()
  return readPath(reader, root)
}

const readPath = ({ next, take, fail, isSymbol }: TokenReader, root: string): StreamValue | undefined => {
  const path: ValuePathStep[] = [root]
  for (;;) {
    if (next().type === 'key') path.push({ key: take().value })
    else if (isSymbol('.')) {
      take()
      if (next().type !== 'word') return fail('field')
      path.push(take().text)
    } else return { type: 'path', path }
  }
}

/** Reads what a value is asked of, in parentheses. */
export const readArgument = (
  { next, take, fail, parenthesis }: TokenReader,
  { hints }: ConditionVocabulary,
): string | undefined => {
  if (!parenthesis('(', hints.argument && `( and ${hints.argument}`)) return undefined
  const { type, value } = next()
  if ((type !== 'word' && type !== 'quoted' && type !== 'number') || value.trim() === '')
    return fail('argument', hints.argument)
  take()
  return parenthesis(')') && value
}
