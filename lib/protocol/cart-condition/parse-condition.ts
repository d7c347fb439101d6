import type { CartStatus } from '../../domain/cart/state'
import {
  type CartPathStep,
  type CartValue,
  type Condition,
  cartStatuses,
  operators,
  orderings,
} from './condition'
import { type Token, tokensOf } from './tokens'

/** What would have had to stand at a place. */
export type Expected =
  | 'condition'
  | 'value'
  | 'operator'
  | 'equality'
  | 'number'
  | 'status'
  | 'literal'
  | 'product'
  | 'field'
  | '('
  | ')'
  | 'and, or'

/** Why a text is no condition: where it goes wrong, what stands there (nothing at the end), what should. */
export interface ConditionProblem {
  readonly type: 'problem'
  readonly at: number
  readonly found: string
  readonly expected: Expected | { readonly atMost: number }
}

type Parsed<Found> = { readonly type: 'parsed'; readonly found: Found } | ConditionProblem

/** Longer ones aren't read. */
export const maxConditionLength = 500

/** Reads a condition like `total > 50 and not has("Ceramic Mug")`; `not` binds closest, then `and`, then `or`. */
export const parseCondition = (text: string): Parsed<Condition> =>
  parseWhole(text, (reader) => reader.condition())

/** Reads a value that can be watched for changes, like `quantity("Ceramic Mug")` or `items[mug].quantity`. */
export const parseCartValue = (text: string): Parsed<CartValue> =>
  parseWhole(text, (reader) => reader.value('value'))

const parseWhole = <Found>(
  text: string,
  read: (reader: ReturnType<typeof readerOf>) => Found | undefined,
): Parsed<Found> => {
  const problem = { type: 'problem', found: '' } as const
  if (text.length > maxConditionLength)
    return { ...problem, at: maxConditionLength, expected: { atMost: maxConditionLength } }
  const taken = tokensOf(text)
  if (taken.type === 'unreadable')
    return { ...problem, at: taken.at, found: taken.text, expected: 'condition' }
  const reader = readerOf(taken.tokens)
  const found = read(reader)
  if (found !== undefined && reader.end()) return { type: 'parsed', found }
  return reader.problem() ?? { ...problem, at: text.length, expected: 'condition' }
}

/** Reads tokens from left to right. What isn't as it should be is remembered, and undefined is given up the line. */
const readerOf = (tokens: readonly Token[]) => {
  let place = 0
  let problem: ConditionProblem | undefined
  const next = (): Token => tokens[place] as Token
  const take = (): Token => tokens[place++] as Token
  const fail = (expected: Expected): undefined => {
    const { at, text } = next()
    problem ??= { type: 'problem', at, found: text, expected }
    return undefined
  }
  const isWord = (word: string): boolean => next().type === 'word' && next().text.toLowerCase() === word
  const isSymbol = (symbol: string): boolean => next().type === 'symbol' && next().text === symbol
  const symbol = (wanted: '(' | ')'): true | undefined => {
    if (!isSymbol(wanted)) return fail(wanted)
    take()
    return true
  }

  const condition = (): Condition | undefined => joined('or', () => joined('and', negated))

  const joined = (type: 'and' | 'or', part: () => Condition | undefined): Condition | undefined => {
    const first = part()
    if (!first) return undefined
    const parts = [first]
    while (isWord(type)) {
      take()
      const more = part()
      if (!more) return undefined
      parts.push(more)
    }
    return parts.length === 1 ? first : { type, parts }
  }

  const negated = (): Condition | undefined => {
    if (!isWord('not')) return primary()
    take()
    const part = negated()
    return part && { type: 'not', part }
  }

  const primary = (): Condition | undefined => {
    if (isSymbol('(')) {
      take()
      const inside = condition()
      return inside && symbol(')') && inside
    }
    if (!isWord('has')) return comparison()
    take()
    const product = productInParentheses()
    return product === undefined ? undefined : { type: 'has', product }
  }

  const comparison = (): Condition | undefined => {
    const value = readValue('condition')
    if (!value) return undefined
    const operator = operators.find(isSymbol)
    if (!operator) return fail('operator')
    const isText = value.type === 'status'
    if (isText && orderings.some((ordering) => ordering === operator)) return fail('equality')
    take()
    const to = literalFor(value)
    return to === undefined ? undefined : { type: 'compare', value, operator, to }
  }

  const literalFor = (value: CartValue): number | string | undefined => {
    const { type, text, value: meant } = next()
    if (value.type === 'status') {
      const status = statusNamed(meant)
      if (!status) return fail('status')
      take()
      return status
    }
    if (type === 'number') {
      take()
      return Number(text)
    }
    if (value.type !== 'path') return fail('number')
    if (type !== 'quoted' && type !== 'word') return fail('literal')
    take()
    return meant
  }

  const readValue = (expected: 'condition' | 'value'): CartValue | undefined => {
    const { type, text } = next()
    if (type !== 'word') return fail(expected)
    const name = text.toLowerCase()
    switch (name) {
      case 'total':
      case 'count':
      case 'lines':
      case 'status':
        take()
        return { type: name }
      case 'quantity':
      case 'price': {
        take()
        const product = productInParentheses()
        return product === undefined ? undefined : { type: name, product }
      }
      case 'items':
      case 'customerid':
      case 'version':
        return path()
      default:
        return fail(expected)
    }
  }

  const path = (): CartValue | undefined => {
    const steps: CartPathStep[] = [rootNamed(take().text)]
    for (;;) {
      if (next().type === 'key') steps.push({ key: take().value })
      else if (isSymbol('.')) {
        take()
        if (next().type !== 'word') return fail('field')
        steps.push(take().text)
      } else return { type: 'path', path: steps }
    }
  }

  const productInParentheses = (): string | undefined => {
    if (!symbol('(')) return undefined
    const { type, value } = next()
    if ((type !== 'word' && type !== 'quoted' && type !== 'number') || value.trim() === '')
      return fail('product')
    take()
    return symbol(')') && value
  }

  return {
    condition,
    value: readValue,
    end: (): boolean => next().type === 'end' || fail('and, or') !== undefined,
    problem: () => problem,
  }
}

const statusNamed = (name: string): CartStatus | undefined =>
  cartStatuses.find((status) => status.toLowerCase() === name.toLowerCase())

const rootNamed = (name: string): string =>
  name.toLowerCase() === 'customerid' ? 'customerId' : name.toLowerCase()
