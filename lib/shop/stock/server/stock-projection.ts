import type { Projection } from '../../../kit/server/projections/projection'
import { createStreamStates, lastSteps, type StreamStep } from '../../../kit/server/projections/stream-states'
import { writeRows } from '../../../kit/server/projections/write-rows'
import type { StockEvent } from '../events'
import type { StockState } from '../state'
import { storedStock } from '../wire/stored-stock'

const maxBytes = 10_000_000

/** `stock`: what there is of each product that was ever counted. */
export const stockProjection: Projection = {
  name: 'stock',
  tables: ['stock'],
  filter: { streamTypes: ['stock'] },
  begin: (streams) => {
    const follow = createStreamStates<StockState, StockEvent>(storedStock, streams, maxBytes)
    return async (events) => {
      const steps = lastSteps(await follow(events))
      return writeRows(target, new Map([...steps].map(([productId, step]) => [productId, rowOf(step)])))
    }
  },
}

const target = {
  table: 'stock',
  key: 'product_id',
  onConflict: `is_counted = excluded.is_counted, on_hand = excluded.on_hand, reserved = excluded.reserved,
    version = excluded.version`,
}

const rowOf = ({ after }: StreamStep<StockState, StockEvent>): object => ({
  product_id: after.id,
  is_counted: after.status === 'counted',
  on_hand: after.onHand,
  reserved: after.reserved,
  version: after.version,
})
