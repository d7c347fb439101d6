import type { Money } from '../money'
import type { ShippingAddress } from './events'

/** What the catalogue says of a product at the moment of deciding. */
export interface OfferedProduct {
  readonly name: string
  readonly unitPrice: Money
}

export interface CreateCart {
  readonly type: 'CreateCart'
  readonly customerId: string
}

export interface AddItem {
  readonly type: 'AddItem'
  readonly productId: string
  readonly quantity: number
  /** Undefined when the catalogue doesn't know the product. */
  readonly product: OfferedProduct | undefined
}

export interface RemoveItem {
  readonly type: 'RemoveItem'
  readonly productId: string
  /** The whole line when left out. */
  readonly quantity?: number | undefined
  readonly reason: string
}

export interface ChangeItemQuantity {
  readonly type: 'ChangeItemQuantity'
  readonly productId: string
  readonly newQuantity: number
}

export interface Checkout {
  readonly type: 'Checkout'
  readonly paymentMethod: string
  readonly shippingAddress: ShippingAddress
}

export interface AbandonCart {
  readonly type: 'AbandonCart'
  readonly reason: string
}

export type CartCommand = CreateCart | AddItem | RemoveItem | ChangeItemQuantity | Checkout | AbandonCart
