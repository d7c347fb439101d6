import type { CommandTypes } from '../../../kit/client/outbox/command-types'
import type { OutboxEntry } from '../../../kit/client/outbox/outbox-entry'
import type { CartCommand, OfferedProduct, Offers } from '../commands'
import type { CartRejection } from '../decide'
import type { CartEvent } from '../events'
import type { CartItem, CartState } from '../state'
import type { CartRequest } from '../wire/commands'

/** What is asked of a cart in the browser, with what it takes to decide and to tell of it. */
export interface AskedOfCart {
  readonly request: CartRequest
  /** What the page knows of the product, to decide locally; the server asks its own catalogue. */
  readonly product?: OfferedProduct | undefined
  readonly expectedVersion?: number | undefined
  /** The lines that were shown when it was decided to close the cart, to tell what is new if they are others by then. */
  readonly shown?: readonly CartItem[] | undefined
}

/** A command for a cart in the outbox. */
export interface CartEntry extends OutboxEntry<CartRequest>, AskedOfCart {
  readonly expectedVersion?: number | undefined
  readonly request: CartRequest
  readonly shown?: readonly CartItem[] | undefined
  /** How its product is called, to tell of it. */
  readonly productName?: string | undefined
}

/** The types that commands for carts are made of. */
export interface CartTypes extends CommandTypes {
  readonly state: CartState
  readonly event: CartEvent
  readonly command: CartCommand
  readonly rejection: CartRejection
  readonly asked: AskedOfCart
  readonly entry: CartEntry
  /** What the page knows of the catalogue; nothing where it isn't the owner who asks. */
  readonly known: Offers
}
