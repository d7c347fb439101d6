import type { ConditionVocabulary } from '../../../kit/wire/condition/vocabulary'
import { searchable } from '../../../kit/wire/searchable-type'
import type { StockEvent } from '../events'
import { availableOf, type StockState, type StockStatus } from '../state'
import { stockStreamType } from '../stock-stream'

const statuses: readonly StockStatus[] = ['none', 'counted', 'uncounted']

/** What conditions may ask of the stock of a product. */
const vocabulary: ConditionVocabulary<StockState> = {
  values: {
    available: { valueIn: availableOf },
    onHand: { valueIn: ({ onHand }) => onHand },
    reserved: { valueIn: ({ reserved }) => reserved },
    status: { words: statuses, valueIn: ({ status }) => status },
  },
  roots: ['onHand', 'reserved', 'reservations', 'status', 'version'],
  hints: {
    condition: 'a condition, like available < 5, reserved >= 10 or status = counted',
    value: 'available, onHand, reserved, status or a path like reservations.0.quantity',
  },
}

/** Stock with what its histories can be asked. */
export const searchableStock = searchable<StockState, StockEvent>(
  stockStreamType,
  {
    StockReceived: true,
    StockCounted: true,
    CountingStopped: true,
    StockReserved: true,
    StockReleased: true,
    StockTaken: true,
    StockReturned: true,
    StockWrittenOff: true,
  },
  { vocabulary },
)
