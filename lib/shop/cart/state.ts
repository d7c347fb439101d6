import { type Money, money } from '../money'
import { cartPolicy } from './policy'

/** A line: so many of a product at one price. Put in again at another price, a product has another line. */
export interface CartItem {
  readonly productId: string
  readonly productName: string
  readonly quantity: number
  readonly unitPrice: Money
}

/** `none` is a cart before its first event. */
export type CartStatus = 'none' | 'active' | 'checkedOut' | 'abandoned'

export interface CartState {
  readonly id: string
  readonly customerId: string
  readonly status: CartStatus
  /** Since when it was left alone, where it was abandoned for that; what its owner does next opens it again. */
  readonly idleSince?: string | undefined
  /** In the order they were first added; no two of the same product and price. */
  readonly items: readonly CartItem[]
  /** Of what is in the cart, or was in it last. */
  readonly currency: string
  /** How many events this state is made of. */
  readonly version: number
}

/** Does it take what its owner does next? One that was left alone is taken up again by it. */
export const isOpenToOwner = ({ status, idleSince }: Pick<CartState, 'status' | 'idleSince'>): boolean =>
  status === 'active' || idleSince !== undefined

export const initialCart = (id: string): CartState => ({
  id,
  customerId: '',
  status: 'none',
  items: [],
  currency: cartPolicy.defaultCurrency,
  version: 0,
})

/** How many of a product are in the cart, over all of its lines. */
export const quantityOf = (cart: CartState, productId: string): number => {
  let quantity = 0
  for (const item of cart.items) if (item.productId === productId) quantity += item.quantity
  return quantity
}

/** How many there are of each product. */
export const quantitiesOf = (items: readonly CartItem[]): ReadonlyMap<string, number> => {
  const quantities = new Map<string, number>()
  for (const { productId, quantity } of items) {
    quantities.set(productId, (quantities.get(productId) ?? 0) + quantity)
  }
  return quantities
}

/** What lines come to, in minor units. */
export const amountOf = (items: readonly CartItem[]): number =>
  items.reduce((sum, item) => sum + item.quantity * item.unitPrice.amount, 0)

export const cartTotal = ({ items, currency }: CartState): Money => money(amountOf(items), currency)

export const itemCount = (cart: CartState): number =>
  cart.items.reduce((count, item) => count + item.quantity, 0)
