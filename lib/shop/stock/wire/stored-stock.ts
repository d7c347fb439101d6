import type { StoredStreamType } from '../../../kit/streams/stored-stream-type'
import type { StockCommand } from '../commands'
import type { StockRejection } from '../decide'
import type { StockEvent } from '../events'
import type { StockState } from '../state'
import { stockStreamType } from '../stock-stream'
import { stockEventTypes } from './stock-event-types'

const bytes = { base: 400, reservation: 200 }

/** Stock as it is stored. Nothing ends it: what is uncounted may be counted again. */
export const storedStock: StoredStreamType<StockState, StockCommand, StockEvent, StockRejection> = {
  ...stockStreamType,
  eventTypes: stockEventTypes,
  endings: [],
  stateVersion: 1,
  bytesOf: ({ reservations }) => bytes.base + bytes.reservation * reservations.length,
}
