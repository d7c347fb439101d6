import { v7 as uuidv7 } from 'uuid'
import { beginStory } from '../lib/kit/events/cause'
import type { Actor } from '../lib/kit/events/recorded-event'
import type { NewEvent } from '../lib/kit/server/store/event-store'
import { newEvent } from '../lib/kit/server/store/new-event'
import type { CartEvent, ItemAdded } from '../lib/shop/cart/events'
import { money } from '../lib/shop/money'
import { shopEvents } from '../lib/shop/wire/events/shop-events'

export const actor: Actor = { kind: 'customer', id: '0199c1f0-7a3e-7c55-9d0e-3f1f6b1d2a44' }

/** An event as a command of its own would have made it just now. */
export const toNewEvent = <E extends CartEvent>(event: E): NewEvent<E> =>
  newEvent(shopEvents, event, {
    eventId: uuidv7(),
    occurredAt: new Date().toISOString(),
    actor,
    cause: beginStory(uuidv7()),
  })

const itemAdded: ItemAdded = {
  type: 'ItemAdded',
  data: {
    productId: '85123A',
    productName: 'White hanging heart T-light holder',
    quantity: 2,
    unitPrice: money(295, 'GBP'),
  },
}

/** The event of the append benchmark, with ids of its own. */
export const newItemAdded = (): NewEvent<ItemAdded> => toNewEvent(itemAdded)
