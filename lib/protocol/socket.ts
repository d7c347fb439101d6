import * as z from 'zod'
import type { RecordedCartEvent } from './recorded-event'
import { id } from './text'

export const subscribeRequest = z.object({ cartId: id, afterVersion: z.int32().min(0) })
export type SubscribeRequest = z.infer<typeof subscribeRequest>

export const unsubscribeRequest = z.object({ cartId: id })
export type UnsubscribeRequest = z.infer<typeof unsubscribeRequest>

export type SubscribeAnswer =
  | { readonly type: 'subscribed' }
  | {
      readonly type: 'refused'
      readonly code: 'Malformed' | 'CartNotFound' | 'TooManySubscriptions' | 'Unavailable'
    }

export interface CartEventsMessage {
  readonly cartId: string
  /** Contiguous versions, ascending. */
  readonly events: readonly RecordedCartEvent[]
}

export interface ClientToServer {
  /** Sends what came after a version, then what comes. */
  subscribe: (request: SubscribeRequest, answer: (answer: SubscribeAnswer) => void) => void
  unsubscribe: (request: UnsubscribeRequest) => void
}

export interface ServerToClient {
  /** The receipt is how the server knows that a browser keeps up. */
  events: (message: CartEventsMessage, receipt: () => void) => void
  /** A new cart of the person whose socket this is, on whatever device it was begun. */
  cartOpened: (message: { readonly cartId: string }) => void
}
