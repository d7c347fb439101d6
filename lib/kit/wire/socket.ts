import * as z from 'zod'
import type { RecordedCartEvent } from '../../shop/wire/recorded-shop-events'
import { id } from './text'

export const subscribeRequest = z.object({ cartId: id, afterVersion: z.int32().min(0) })
export type SubscribeRequest = z.infer<typeof subscribeRequest>

export const unsubscribeRequest = z.object({ cartId: id })
export type UnsubscribeRequest = z.infer<typeof unsubscribeRequest>

export type SubscribeAnswer =
  | { readonly type: 'subscribed' }
  | {
      readonly type: 'refused'
      /** Superseded: another was asked for meanwhile, and a socket follows one cart at a time. */
      readonly code: 'Malformed' | 'CartNotFound' | 'Superseded' | 'Unavailable'
    }

/** Where in a cart's history one looks: at a version, or live at its head. */
const place = z.int32().min(0).nullable()

export const lookRequest = z.object({ cartId: id, version: place })
export type LookRequest = z.infer<typeof lookRequest>

export const leaveLookRequest = z.object({ cartId: id })
export type LeaveLookRequest = z.infer<typeof leaveLookRequest>

/** Somebody else who looks at a cart. */
export interface Looker {
  /** The same for all tabs of one person on one cart, and nowhere else. */
  readonly id: string
  /** Names are told to staff only, and are those of staff only. */
  readonly who: { readonly kind: 'staff' | 'shopper'; readonly name: string | null }
  /** Null while live. */
  readonly version: number | null
}

export interface LookersMessage {
  readonly cartId: string
  /** All who look, but for oneself. */
  readonly count: number
  /** The first of them, those who came first leading. */
  readonly lookers: readonly Looker[]
}

export interface CartEventsMessage {
  readonly cartId: string
  /** Contiguous versions, ascending. */
  readonly events: readonly RecordedCartEvent[]
}

export interface ClientToServer {
  /** Sends what came after a version, then what comes; instead of the cart that was followed before, if any. */
  subscribe: (request: SubscribeRequest, answer: (answer: SubscribeAnswer) => void) => void
  unsubscribe: (request: UnsubscribeRequest) => void
  /** Shows others where one looks in a cart one is subscribed to; who is seen sees the others. One cart at a time. */
  look: (request: LookRequest) => void
  leaveLook: (request: LeaveLookRequest) => void
}

export interface ServerToClient {
  events: (message: CartEventsMessage) => void
  /** Asks for a receipt for all events before it: it is how the server knows that a browser keeps up. */
  keepUp: (receipt: () => void) => void
  /** Who else looks; the next one waits for the receipt. */
  lookers: (message: LookersMessage, receipt: () => void) => void
  /** A new cart of the person whose socket this is, on whatever device it was begun. */
  cartOpened: (message: { readonly cartId: string }) => void
}
