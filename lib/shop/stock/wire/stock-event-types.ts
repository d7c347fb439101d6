import * as z from 'zod'
import type { EventTypes } from '../../../kit/events/event-type'
import type { StockEvent } from '../events'
import { stockStreamType } from '../stock-stream'

const { streamType } = stockStreamType

const pieces = z.int().min(1)
const ofOrder = z.object({ orderId: z.string(), quantity: pieces })

export const stockEventTypes = {
  StockReceived: {
    streamType,
    schemaVersion: 1,
    data: z.object({ quantity: pieces, reason: z.string().optional() }),
  },
  StockCounted: { streamType, schemaVersion: 1, data: z.object({ quantity: z.int().min(0) }) },
  CountingStopped: { streamType, schemaVersion: 1, data: z.object({}) },
  StockReserved: {
    streamType,
    schemaVersion: 1,
    data: ofOrder.extend({ until: z.iso.datetime().optional() }),
  },
  StockReleased: { streamType, schemaVersion: 1, data: ofOrder },
  StockTaken: { streamType, schemaVersion: 1, data: ofOrder },
  StockReturned: { streamType, schemaVersion: 1, data: ofOrder },
  StockWrittenOff: {
    streamType,
    schemaVersion: 1,
    data: z.object({ orderId: z.string().optional(), quantity: pieces, reason: z.string() }),
  },
} satisfies EventTypes<StockEvent>
