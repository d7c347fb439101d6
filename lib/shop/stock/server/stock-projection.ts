import type { Projection } from '../../../kit/server/projections/projection'
import { rowPerStream } from '../../../kit/server/projections/row-per-stream'
import type { StreamStep } from '../../../kit/server/projections/stream-states'
import type { StockEvent } from '../events'
import type { StockState } from '../state'
import { storedStock } from '../wire/stored-stock'

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

/** `stock`: what there is of each product that was ever counted. */
export const stockProjection: Projection = {
  name: 'stock',
  tables: ['stock'],
  filter: { streamTypes: ['stock'] },
  begin: rowPerStream<StockState, StockEvent>(storedStock, target, rowOf),
}
