import { type Money, money } from '../money'
import { cartPolicy } from './policy'

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
  /** In the order they were first added. */
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

export const findItem = (cart: CartState, productId: string): CartItem | undefined => {
  for (const item of cart.items) if (item.productId === productId) return item
  return undefined
}

/** The currency of what is in the cart; the policy's default while it is empty. */
export const cartCurrency = (cart: CartState): string =>
  cart.items[0]?.unitPrice.currency ?? cartPolicy.defaultCurrency

export const cartTotal = (cart: CartState): Money =>
  money(
    cart.items.reduce((sum, item) => sum + item.quantity * item.unitPrice.amount, 0),
    cartCurrency(cart),
  )

export const itemCount = (cart: CartState): number =>
  cart.items.reduce((count, item) => count + item.quantity, 0)
