import { isSameMoney } from '../../money'
import type { CartRequest } from '../wire/commands'

type AddItem = Extract<CartRequest, { type: 'AddItem' }>
type RemoveItem = Extract<CartRequest, { type: 'RemoveItem' }>
type ChangeItemQuantity = Extract<CartRequest, { type: 'ChangeItemQuantity' }>

export type Coalesced =
  | { readonly type: 'one'; readonly request: CartRequest }
  /** They take each other back. */
  | { readonly type: 'none' }
  /** Both have to be sent. */
  | { readonly type: 'two' }

/** The product a request is about; undefined where it is about the whole cart. */
export const productOf = (request: CartRequest): string | undefined =>
  'productId' in request ? request.productId : undefined

/**
 * What does the same as two requests in a row, given that the rules accept both, that the product is in the cart
 * between them (a line that goes and comes back stands elsewhere), and that all of it has one price.
 */
export const coalesce = (first: CartRequest, second: CartRequest): Coalesced => {
  if (productOf(first) === undefined || productOf(first) !== productOf(second)) return two
  switch (first.type) {
    case 'AddItem':
      return afterAdd(first, second)
    case 'RemoveItem':
      return first.quantity === undefined ? two : afterRemove(first, first.quantity, second)
    case 'ChangeItemQuantity':
      return afterChange(first, second)
    default:
      return two
  }
}

const two: Coalesced = { type: 'two' }
const none: Coalesced = { type: 'none' }
const one = (request: CartRequest): Coalesced => ({ type: 'one', request })

const afterAdd = (first: AddItem, second: CartRequest): Coalesced => {
  if (second.type === 'AddItem') {
    const isSameOffer = namesSamePrice(first, second)
    return isSameOffer ? one({ ...first, quantity: first.quantity + second.quantity }) : two
  }
  // Whether the line was there before isn't known, and an absolute request means nothing without one.
  if (second.type !== 'RemoveItem' || second.quantity === undefined) return two
  return balance(first, second, first.quantity - second.quantity)
}

const afterRemove = (first: RemoveItem, taken: number, second: CartRequest): Coalesced => {
  if (second.type === 'AddItem') return balance(second, first, second.quantity - taken)
  if (second.type === 'ChangeItemQuantity') return one(second)
  if (second.type !== 'RemoveItem') return two
  return one(second.quantity === undefined ? second : { ...second, quantity: taken + second.quantity })
}

const namesSamePrice = ({ unitPrice: one }: AddItem, { unitPrice: other }: AddItem): boolean =>
  one && other ? isSameMoney(one, other) : one === other

const balance = (add: AddItem, remove: RemoveItem, more: number): Coalesced => {
  if (more === 0) return none
  return one(more > 0 ? { ...add, quantity: more } : { ...remove, quantity: -more })
}

const afterChange = (first: ChangeItemQuantity, second: CartRequest): Coalesced => {
  switch (second.type) {
    case 'AddItem':
      // A number that is typed in names no price: what was added at one would be taken at any.
      if (second.unitPrice) return two
      return one({ ...first, newQuantity: first.newQuantity + second.quantity })
    case 'RemoveItem': {
      const { quantity: taken, ...whole } = second
      if (taken === undefined || taken >= first.newQuantity) return one(whole)
      return one({ ...first, newQuantity: first.newQuantity - taken })
    }
    case 'ChangeItemQuantity':
      return one(second)
    default:
      return two
  }
}
