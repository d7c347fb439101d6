import type { CartPathStep, CartValue, ProductRef } from '../../../kit/wire/condition/condition'
import type { Money } from '../../money'
import { minorUnits } from '../../wire/minor-units'
import { type CartItem, type CartState, cartTotal, itemCount } from '../state'

/** What a value is in a cart: money in major units; undefined where the cart has no such thing. */
export const valueInCart = (value: CartValue, cart: CartState): unknown => {
  switch (value.type) {
    case 'total':
      return major(cartTotal(cart))
    case 'count':
      return itemCount(cart)
    case 'lines':
      return cart.items.length
    case 'status':
      return cart.status
    case 'quantity':
      return quantityOf(value.product, cart)
    case 'price': {
      // At several prices: that of the line added last, which is what it was last put in at.
      const line = cart.items.findLast(isOf(value.product))
      return line && major(line.unitPrice)
    }
    case 'path':
      return value.path.reduce<unknown>(follow, cart)
  }
}

/** Whether a line is of the product, by its id or its name. */
export const isOf = (product: ProductRef): ((line: CartItem) => boolean) => {
  const wanted = product.toLowerCase()
  // Lengths first: most names differ in them, and there may be many lines.
  const isIt = (name: string) => name.length === product.length && name.toLowerCase() === wanted
  return ({ productId, productName }) => isIt(productId) || isIt(productName)
}

const quantityOf = (product: ProductRef, { items }: CartState): number =>
  items.filter(isOf(product)).reduce((sum, { quantity }) => sum + quantity, 0)

// A quotient is the double nearest to the amount that is written, so that 15.99 is 15.99.
const major = ({ amount, currency }: Money): number => amount / minorUnits(currency)

const follow = (place: unknown, step: CartPathStep): unknown => {
  if (typeof place !== 'object' || place === null) return undefined
  if (typeof step === 'string') return Object.hasOwn(place, step) ? Reflect.get(place, step) : undefined
  if (!Array.isArray(place)) return undefined
  return lineNamed(place, step.key) ?? place[Number(step.key)]
}

const further = /^(?<productId>.*) \((?<nth>\d{1,4})\)$/s

/** A line by its product's id; of several lines the first, and the second by `mug (2)`. */
const lineNamed = (lines: CartState['items'], name: string): CartItem | undefined => {
  const first = lines.find(({ productId }) => productId === name)
  const { productId: product, nth } = first ? {} : (further.exec(name)?.groups ?? {})
  return first ?? lines.filter(({ productId }) => productId === product)[Number(nth) - 1]
}
