import type { RecordedCartEvent } from '../../../shop/wire/recorded-shop-events'
import { type Asked, askShop } from './ask-shop'

type NotAnswered = Exclude<Asked<never>, { type: 'answered' }>

/** What a cart's events after a version are, as far as one answer goes. */
export type EventsRead =
  | {
      readonly type: 'answered'
      readonly events: readonly RecordedCartEvent[]
      readonly hasMore: boolean
    }
  | NotAnswered

export type ReadEvents = (cartId: string, after: number) => Promise<EventsRead>

interface Page {
  readonly events: readonly RecordedCartEvent[]
  readonly next: number | null
}

/** Reads what came after a version over http. */
export const readEvents: ReadEvents = async (cartId, after) => {
  const asked = await askShop<Page>(`/api/carts/${encodeURIComponent(cartId)}/events?after=${after}`)
  if (asked.type !== 'answered') return asked
  return { type: 'answered', events: asked.body.events, hasMore: asked.body.next !== null }
}
