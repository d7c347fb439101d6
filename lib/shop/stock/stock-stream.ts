import type { StreamType } from '../../kit/streams/stream-type'
import type { StockCommand } from './commands'
import { decideStock, type StockRejection } from './decide'
import type { StockEvent } from './events'
import { evolveStock, foldStock } from './evolve'
import { initialStock, type StockState } from './state'

/** What there is of a product as a type of streams: one for each product that is counted, by the product's id. */
export const stockStreamType: StreamType<StockState, StockCommand, StockEvent, StockRejection> = {
  streamType: 'stock',
  milestones: ['StockCounted', 'StockReceived', 'CountingStopped'],
  ownerOf: () => undefined,
  initial: initialStock,
  evolve: evolveStock,
  fold: foldStock,
  decide: decideStock,
}
