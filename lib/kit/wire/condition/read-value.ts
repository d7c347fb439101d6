import type { CartPathStep, CartValue } from './condition'
import type { TokenReader } from './token-reader'

/** Reads a value of the cart: `total`, `quantity("Ceramic Mug")`, `items[mug].quantity`. */
export const readValue = (reader: TokenReader, expected: 'condition' | 'value'): CartValue | undefined => {
  const { type, text } = reader.next()
  if (type !== 'word') return reader.fail(expected)
  const name = text.toLowerCase()
  switch (name) {
    case 'total':
    case 'count':
    case 'lines':
    case 'status':
      reader.take()
      return { type: name }
    case 'quantity':
    case 'price': {
      reader.take()
      const product = readProduct(reader)
      return product === undefined ? undefined : { type: name, product }
    }
    case 'items':
    case 'customerid':
    case 'version':
      return readPath(reader)
    default:
      return reader.fail(expected)
  }
}

const readPath = ({ next, take, fail, isSymbol }: TokenReader): CartValue | undefined => {
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

const rootNamed = (name: string): string =>
  name.toLowerCase() === 'customerid' ? 'customerId' : name.toLowerCase()

/** Reads a product's name or id in parentheses. */
export const readProduct = ({ next, take, fail, parenthesis }: TokenReader): string | undefined => {
  if (!parenthesis('(')) return undefined
  const { type, value } = next()
  if ((type !== 'word' && type !== 'quoted' && type !== 'number') || value.trim() === '')
    return fail('product')
  take()
  return parenthesis(')') && value
}
