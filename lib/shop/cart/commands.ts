import type { Erased } from '../../kit/kernel/erased'
import type { Money } from '../money'
import type { ShippingAddress, UndoStep } from './events'
import type { CartState } from './state'

/** What the catalogue says of a product at the moment of deciding. */
export interface OfferedProduct {
  readonly name: string
  readonly unitPrice: Money
  /** The shop sold it once, and doesn't any more. */
  readonly isWithdrawn?: boolean | undefined
}

/** Products as the catalogue offers them now, by their ids: those it knows. */
export type Offers = ReadonlyMap<string, OfferedProduct>

/** What somebody had before them of a cart when they decided what can't be taken back. */
export interface Seen {
  readonly version: number
  readonly total: Money
}

interface Offered {
  /** What the catalogue says of all products the command is about, and of those in the cart; left out where nobody asked it. */
  readonly offers?: Offers | undefined
}

export interface CreateCart {
  readonly type: 'CreateCart'
  readonly customerId: string
}

export interface AddItem extends Offered {
  readonly type: 'AddItem'
  readonly productId: string
  readonly quantity: number
  /** The price it was shown at; left out by who takes it at any price. */
  readonly unitPrice?: Money | undefined
  /** Undefined when the catalogue doesn't know the product. */
  readonly product: OfferedProduct | undefined
}

export interface RemoveItem extends Offered {
  readonly type: 'RemoveItem'
  readonly productId: string
  /** All there is of the product when left out. */
  readonly quantity?: number | undefined
  readonly reason?: string | undefined
}

export interface ChangeItemQuantity extends Offered {
  readonly type: 'ChangeItemQuantity'
  readonly productId: string
  readonly newQuantity: number
}

export interface RestoreCart extends Offered {
  readonly type: 'RestoreCart'
  readonly toVersion: number
  readonly reason?: string | undefined
  readonly step?: UndoStep | undefined
  /** The cart as it was at that version; at its newest where it has not come that far. */
  readonly past: CartState
  /** Where it isn't the owner who asks, lines that are there keep their prices. */
  readonly keepsPrices?: boolean | undefined
}

export interface Checkout extends Offered {
  readonly type: 'Checkout'
  readonly paymentMethod: string
  /** Erased where a checkout that happened is decided again. */
  readonly shippingAddress: ShippingAddress | Erased
  /** Left out by who wants it as it is, whatever that is. */
  readonly seen?: Seen | undefined
}

export interface AbandonCart extends Offered {
  readonly type: 'AbandonCart'
  readonly reason: string
  /** Since when nothing happened to it, where that is why: then its owner may come back to it. */
  readonly idleSince?: string | undefined
  readonly seen?: Seen | undefined
}

/** Takes a cart up again that was left alone. Whatever else its owner does to it does so, too. */
export interface ReopenCart {
  readonly type: 'ReopenCart'
}

/** What may be done to a cart that is there. */
export type OpenCartCommand = AddItem | RemoveItem | ChangeItemQuantity | RestoreCart | Checkout | AbandonCart

export type CartCommand = CreateCart | ReopenCart | OpenCartCommand
