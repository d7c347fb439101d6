import type { Actor } from '../../../kit/events/recorded-event'

/** Under this name an order's fulfilment does what it does. */
export const fulfilmentActor: Actor = { kind: 'system', id: 'fulfilment' }
