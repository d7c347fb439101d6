import type { Erased } from '../../kit/kernel/erased'
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
  readonly data: {
    readonly productId: string
    readonly quantity: number
    /** Where somebody gave one. */
    readonly reason?: string | undefined
  }
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
    readonly shippingAddress: ShippingAddress | Erased
  }
}

export interface CartAbandoned {
  readonly type: 'CartAbandoned'
  readonly data: {
    readonly reason: string
    /** When the last thing happened to it, where it was left alone and nobody gave it up. ISO 8601, UTC. */
    readonly idleSince?: string | undefined
  }
}

/** The owner came back to a cart that they had left alone. */
export interface CartReopened {
  readonly type: 'CartReopened'
  readonly data: { readonly idleSince: string }
}

/** So many of a product that could not be brought back: the shop doesn't offer it any more, or in another currency. */
export interface LeftOut {
  readonly productId: string
  readonly productName: string
  readonly quantity: number
}

/** Back or forth over what was done: no act of its own. */
export type UndoStep = 'undo' | 'redo'

/** Closes the events that brought the cart back to how it was at `toVersion`; `fromVersion` is the one before them. */
export interface CartRestored {
  readonly type: 'CartRestored'
  readonly data: {
    readonly fromVersion: number
    readonly toVersion: number
    /** Where somebody gave one. */
    readonly reason?: string | undefined
    readonly step?: UndoStep | undefined
    /** The products as their lines stand from here on; left out where they stood so. */
    readonly order?: readonly string[] | undefined
    readonly leftOut?: readonly LeftOut[] | undefined
  }
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
  | CartReopened

export type CartEventType = CartEvent['type']
