import type { ConditionVocabulary } from '../../../kit/wire/condition/vocabulary'
import type { Money } from '../../money'
import { minorUnits } from '../../wire/minor-units'
import { type CartItem, type CartState, type CartStatus, cartTotal, itemCount } from '../state'

export const everyCartStatus: readonly CartStatus[] = ['none', 'active', 'checkedOut', 'abandoned']

/** What conditions may ask of a cart: money in major units, products by their ids or whole names. */
export const cartVocabulary: ConditionVocabulary<CartState> = {
  values: {
    total: { valueIn: (cart) => major(cartTotal(cart)) },
    /** How many things are in it. */
    count: { valueIn: (cart) => itemCount(cart) },
    lines: { valueIn: ({ items }) => items.length },
    status: { words: everyCartStatus, valueIn: ({ status }) => status },
    quantity: { takesArgument: true, valueIn: (cart, product) => quantityOf(product, cart) },
    price: { takesArgument: true, valueIn: ({ items }, product) => priceOf(product, items) },
  },
  roots: ['items', 'customerId', 'version'],
  has: (product) => {
    const isIt = isOf(product)
    return ({ items }) => items.some(isIt)
  },
  itemOf: (list, key) => lineNamed(list as CartState['items'], key),
  hints: {
    condition: 'a condition, like total > 50, has("…"), quantity("…") >= 2, lines = 0 or status = active',
    value: 'total, count, lines, status, quantity("…"), price("…") or a path like items[…].quantity',
    argument: 'a product’s name in quotes, or its id',
  },
}

/** Whether a line is of the product, by its id or its name. */
const isOf = (product: string): ((line: CartItem) => boolean) => {
  const wanted = product.toLowerCase()
  // Lengths first: most names differ in them, and there may be many lines.
  const isIt = (name: string) => name.length === product.length && name.toLowerCase() === wanted
  return ({ productId, productName }) => isIt(productId) || isIt(productName)
}

const quantityOf = (product: string, { items }: CartState): number =>
  items.filter(isOf(product)).reduce((sum, { quantity }) => sum + quantity, 0)

/** At several prices: that of the line added last, which is what it was last put in at. */
const priceOf = (product: string, items: CartState['items']): number | undefined => {
  const line = items.findLast(isOf(product))
  return line && major(line.unitPrice)
}

// A quotient is the double nearest to the amount that is written, so that 15.99 is 15.99.
const major = ({ amount, currency }: Money): number => amount / minorUnits(currency)

const further = /^(?<productId>.*) \((?<nth>\d{1,4})\)$/s

/** A line by its product's id; of several lines the first, and the second by `mug (2)`. */
const lineNamed = (lines: CartState['items'], name: string): CartItem | undefined => {
  const first = lines.find(({ productId }) => productId === name)
  const { productId: product, nth } = first ? {} : (further.exec(name)?.groups ?? {})
  return first ?? lines.filter(({ productId }) => productId === product)[Number(nth) - 1]
}
