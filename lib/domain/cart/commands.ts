import type { Money } from '../money'
import type { ShippingAddress } from './events'
import type { CartState } from './state'

/** What the catalogue says of a product at the moment of deciding. */
export interface OfferedProduct {
  readonly name: string
  readonly unitPrice: Money
}

/** What somebody had before them of a cart when they decided what can't be taken back. */
export interface Seen {
  readonly version: number
  readonly total: Money
}

export interface CreateCart {
  readonly type: 'CreateCart'
  readonly customerId: string
}

export interface AddItem {
  readonly type: 'AddItem'
  readonly productId: string
  readonly quantity: number
  /** The price it was shown at; left out by who takes it at any price. */
  readonly unitPrice?: Money | undefined
  /** Undefined when the catalogue doesn't know the product. */
  readonly product: OfferedProduct | undefined
}

export interface RemoveItem {
  readonly type: 'RemoveItem'
  readonly productId: string
  /** All there is of the product when left out. */
  readonly quantity?: number | undefined
  readonly reason: string
}

export interface ChangeItemQuantity {
  readonly type: 'ChangeItemQuantity'
  readonly productId: string
  readonly newQuantity: number
}

export interface RestoreCart {
  readonly type: 'RestoreCart'
  readonly toVersion: number
  readonly reason: string
  /** The cart as it was at that version; at its newest where it has not come that far. */
  readonly past: CartState
}

export interface Checkout {
  readonly type: 'Checkout'
  readonly paymentMethod: string
  readonly shippingAddress: ShippingAddress
  /** Left out by who wants it as it is, whatever that is. */
  readonly seen?: Seen | undefined
}

export interface AbandonCart {
  readonly type: 'AbandonCart'
  readonly reason: string
  readonly seen?: Seen | undefined
}

export type CartCommand =
  | CreateCart
  | AddItem
  | RemoveItem
  | ChangeItemQuantity
  | RestoreCart
  | Checkout
  | AbandonCart
