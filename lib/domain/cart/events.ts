import type { Money } from '../money'

export interface ShippingAddress {
  readonly street: string
  readonly city: string
  readonly state: string
  readonly zipCode: string
  readonly country: string
}

export interface CartCreated {
  readonly type: 'CartCreated'
  readonly data: { readonly customerId: string }
}

export interface ItemAdded {
  readonly type: 'ItemAdded'
  readonly data: {
    readonly productId: string
    readonly productName: string
    readonly quantity: number
    readonly unitPrice: Money
  }
}

export interface ItemRemoved {
  readonly type: 'ItemRemoved'
  readonly data: { readonly productId: string; readonly quantity: number; readonly reason: string }
}

export interface ItemQuantityChanged {
  readonly type: 'ItemQuantityChanged'
  readonly data: { readonly productId: string; readonly oldQuantity: number; readonly newQuantity: number }
}

/** A line takes on what the catalogue asks by now; where the cart has one at that price, they become one. */
export interface ItemRepriced {
  readonly type: 'ItemRepriced'
  readonly data: { readonly productId: string; readonly oldPrice: Money; readonly newPrice: Money }
}

export interface CartCheckedOut {
  readonly type: 'CartCheckedOut'
  readonly data: {
    readonly payment: { readonly method: string }
    readonly totalAmount: Money
    readonly shippingAddress: ShippingAddress
  }
}

export interface CartAbandoned {
  readonly type: 'CartAbandoned'
  readonly data: { readonly reason: string }
}

/** Closes the events that brought the cart back to how it was at `toVersion`; `fromVersion` is the one before them. */
export interface CartRestored {
  readonly type: 'CartRestored'
  readonly data: { readonly fromVersion: number; readonly toVersion: number; readonly reason: string }
}

/** Every fact a cart's stream can hold. */
export type CartEvent =
  | CartCreated
  | ItemAdded
  | ItemRemoved
  | ItemQuantityChanged
  | ItemRepriced
  | CartRestored
  | CartCheckedOut
  | CartAbandoned

export type CartEventType = CartEvent['type']
