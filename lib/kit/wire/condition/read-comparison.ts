import type { CartStatus } from '../../../shop/cart/state'
import { type CartValue, type Condition, cartStatuses, operators, orderings } from './condition'
import { readValue } from './read-value'
import type { TokenReader } from './token-reader'

/** Reads what a value is compared with: `total > 50`. A status is only equal or not, and one of those there are. */
export const readComparison = (reader: TokenReader): Condition | undefined => {
  const value = readValue(reader, 'condition')
  if (!value) return undefined
  const operator = operators.find(reader.isSymbol)
  if (!operator) return reader.fail('operator')
  const isText = value.type === 'status'
  if (isText && orderings.some((ordering) => ordering === operator)) return reader.fail('equality')
  reader.take()
  const to = readLiteral(reader, value)
  return to === undefined ? undefined : { type: 'compare', value, operator, to }
}

const readLiteral = ({ next, take, fail }: TokenReader, value: CartValue): number | string | undefined => {
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

const statusNamed = (name: string): CartStatus | undefined =>
  cartStatuses.find((status) => status.toLowerCase() === name.toLowerCase())
