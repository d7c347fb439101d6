import type { RecordedProductEvent } from '../../protocol/recorded-event'
import type { Projection } from './projection'

/** `products`: the catalogue as last listed, in the order products first came into it. */
export const productsProjection: Projection = {
  name: 'products',
  apply: async (transaction, events) => {
    const rows = new Map<string, object>()
    for (const event of events) {
      if (event.streamType !== 'product') continue
      const { streamId, position, data } = event as RecordedProductEvent
      rows.set(streamId, {
        product_id: streamId,
        name: data.name,
        description: data.description,
        category: data.category,
        price_amount: data.unitPrice.amount,
        currency: data.unitPrice.currency,
        has_picture: data.hasPicture,
        list_position: position,
      })
    }
    if (rows.size === 0) return
    await transaction.$executeRaw`
      INSERT INTO products
      SELECT * FROM jsonb_populate_recordset(null::products, ${JSON.stringify([...rows.values()])}::jsonb)
      ON CONFLICT (product_id) DO UPDATE SET
        name = excluded.name, description = excluded.description, category = excluded.category,
        price_amount = excluded.price_amount, currency = excluded.currency, has_picture = excluded.has_picture`
  },
}
