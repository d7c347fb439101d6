import type { StoredStreamType } from '../../../kit/streams/stored-stream-type'
import type { OrderCommand } from '../commands'
import type { OrderRejection } from '../decide'
import type { OrderEvent } from '../events'
import { orderStreamType } from '../order-stream'
import type { OrderState } from '../state'
import { orderEventTypes } from './order-event-types'

const bytesOfOrder = 1_200
const bytesOfLine = 900

/** Orders as they are stored. Nothing ends one: a refund may follow whatever became of it. */
export const storedOrder: StoredStreamType<OrderState, OrderCommand, OrderEvent, OrderRejection> = {
  ...orderStreamType,
  eventTypes: orderEventTypes,
  endings: [],
  stateVersion: 1,
  bytesOf: ({ lines }) => bytesOfOrder + lines.length * bytesOfLine,
}
