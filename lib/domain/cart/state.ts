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
  /** In the order they were first added; no two of the same product and price. */
  readonly items: readonly CartItem[]
  /** How many events this state is made of. */
  readonly version: number
}

export const initialCart = (id: string): CartState => ({
  id,
  customerId: '',
  status: 'none',
  items: [],
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

const currencyOf = (items: readonly CartItem[]): string =>
  items[0]?.unitPrice.currency ?? cartPolicy.defaultCurrency

/** What lines come to. */
export const totalOf = (items: readonly CartItem[]): Money =>
  money(
    items.reduce((sum, item) => sum + item.quantity * item.unitPrice.amount, 0),
    currencyOf(items),
  )

/** The currency of what is in the cart; the policy's default while it is empty. */
export const cartCurrency = (cart: CartState): string => currencyOf(cart.items)

export const cartTotal = (cart: CartState): Money => totalOf(cart.items)

export const itemCount = (cart: CartState): number =>
  cart.items.reduce((count, item) => count + item.quantity, 0)
