import type { CartState } from '../../../shop/cart/state'
import { isOf, valueInCart } from '../../../shop/cart/wire/value-in-cart'
import { exhaustive } from '../../kernel/exhaustive'
import type { Condition, Operator } from './condition'

/** Makes a condition ready to be asked of many carts. What a cart doesn't have is unlike everything. */
export const holds = (condition: Condition): ((cart: CartState) => boolean) => {
  switch (condition.type) {
    case 'and': {
      const parts = condition.parts.map(holds)
      return (cart) => parts.every((part) => part(cart))
    }
    case 'or': {
      const parts = condition.parts.map(holds)
      return (cart) => parts.some((part) => part(cart))
    }
    case 'not': {
      const part = holds(condition.part)
      return (cart) => !part(cart)
    }
    case 'has': {
      const isIt = isOf(condition.product)
      return ({ items }) => items.some(isIt)
    }
    case 'compare': {
      const { value, operator, to } = condition
      return (cart) => compare(valueInCart(value, cart), operator, to)
    }
    default:
      return exhaustive(condition)
  }
}

const compare = (value: unknown, operator: Operator, to: number | string): boolean => {
  if (operator === '=') return value === to
  if (operator === '!=') return value !== to
  if (!areComparable(value, to)) return false
  switch (operator) {
    case '<':
      return value < to
    case '<=':
      return value <= to
    case '>':
      return value > to
    case '>=':
      return value >= to
    default:
      return exhaustive(operator)
  }
}

const areComparable = (value: unknown, to: number | string): value is number | string =>
  typeof value === typeof to
