import type { Projection } from '../../../kit/server/projections/projection'
import { writeRows } from '../../../kit/server/projections/write-rows'
import type { RecordedProductEvent } from '../../wire/recorded-shop-events'

/** `products`: the catalogue as last listed, in the order products first came into it. */
export const productsProjection: Projection = {
  name: 'products',
  tables: ['products'],
  filter: { streamTypes: ['product'] },
  begin: () => async (events) => {
    const rows = new Map<string, object>()
    for (const event of events as readonly RecordedProductEvent[]) {
      const listedAt = (rows.get(event.streamId) as { list_position: number } | undefined)?.list_position
      rows.set(event.streamId, rowOf(event, listedAt ?? event.position))
    }
    return writeRows(target, rows)
  },
}

const target = {
  table: 'products',
  key: 'product_id',
  onConflict: `name = excluded.name, description = excluded.description, category = excluded.category,
    price_amount = excluded.price_amount, currency = excluded.currency, has_picture = excluded.has_picture`,
}

const rowOf = ({ streamId, data }: RecordedProductEvent, listPosition: number): object => ({
  product_id: streamId,
  name: data.name,
  description: data.description,
  category: data.category,
  price_amount: data.unitPrice.amount,
  currency: data.unitPrice.currency,
  has_picture: data.hasPicture,
  list_position: listPosition,
})
