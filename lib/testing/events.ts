import { v7 as uuidv7 } from 'uuid'
import type { EventMetadata, RecordedEvent, StoredShape } from '../kit/events/recorded-event'
import type { NewEvent } from '../kit/server/store/event-store'
import type { CartCheckedOut, CartEvent } from '../shop/cart/events'
import { shopEvents } from '../shop/wire/events/shop-events'
import type { RecordedCartEvent } from '../shop/wire/recorded-shop-events'

const metadata: EventMetadata = {
  actor: { kind: 'system', id: 'test' },
  correlationId: 'story-1',
  causationId: 'cause-1',
  commandId: null,
}

/** A cart's event ready to be appended, with defaults for all that a test doesn't care about. */
export const newEvent = <E extends CartEvent>(event: E, overrides: Partial<NewEvent> = {}): NewEvent<E> => ({
  ...event,
  eventId: uuidv7(),
  schemaVersion: shopEvents.currentVersionOf(event.type),
  metadata,
  occurredAt: '2026-01-02T03:04:05.678Z',
  ...overrides,
})

/** Events as the log would give them back, at versions from 1 (or `from`) on. */
export const recorded = (events: readonly CartEvent[], cartId = 'cart-1', from = 1): RecordedCartEvent[] =>
  events.map((event, index) => ({
    ...newEvent(event),
    streamType: 'cart',
    streamId: cartId,
    version: from + index,
    position: from + index,
    hash: 'f'.repeat(64),
  }))

/** An event of any shape, as the log holds it. */
export const standing = (shape: StoredShape, streamType = 'cart', position = 7): RecordedEvent => ({
  ...shape,
  eventId: uuidv7(),
  metadata,
  occurredAt: '2026-01-02T03:04:05.678Z',
  streamType,
  streamId: `${streamType}-1`,
  version: 1,
  position,
  hash: 'f'.repeat(64),
})

export const cartCreated = (customerId = 'customer-1'): CartEvent => ({
  type: 'CartCreated',
  data: { customerId },
})

export const itemAdded = (productId = 'mug', quantity = 1, amount = 1599): CartEvent => ({
  type: 'ItemAdded',
  data: { productId, productName: `The ${productId}`, quantity, unitPrice: { amount, currency: 'USD' } },
})

export const checkedOut = (amount = 1599): CartCheckedOut => ({
  type: 'CartCheckedOut',
  data: {
    payment: { method: 'card' },
    totalAmount: { amount, currency: 'USD' },
    shippingAddress: {
      street: '742 Evergreen Terrace',
      city: 'Springfield',
      state: 'IL',
      zipCode: '62701',
      country: 'US',
    },
  },
})
