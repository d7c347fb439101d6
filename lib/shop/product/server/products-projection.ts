import type { Projection } from '../../../kit/server/projections/projection'
import { rowPerStream } from '../../../kit/server/projections/row-per-stream'
import type { StreamStep } from '../../../kit/server/projections/stream-states'
import type { ProductEvent } from '../events'
import type { ProductState } from '../product'
import { storedProduct } from '../wire/stored-product'

const target = {
  table: 'products',
  key: 'product_id',
  onConflict: `name = excluded.name, description = excluded.description, category = excluded.category,
    product_group = excluded.product_group, price_amount = excluded.price_amount, currency = excluded.currency,
    has_picture = excluded.has_picture, is_withdrawn = excluded.is_withdrawn`,
}

/** None of a product that nobody listed. */
const rowOf = ({
  after: { id, listing, isWithdrawn },
  opened,
}: StreamStep<ProductState, ProductEvent>): object | undefined =>
  listing && {
    product_id: id,
    name: listing.name,
    description: listing.description,
    category: listing.category,
    product_group: listing.group ?? null,
    price_amount: listing.unitPrice.amount,
    currency: listing.unitPrice.currency,
    has_picture: listing.hasPicture,
    is_withdrawn: isWithdrawn ?? false,
    list_position: opened.position,
  }

/** `products`: the catalogue as last told, what is withdrawn included, in the order products first came into it. */
export const productsProjection: Projection = {
  name: 'products',
  tables: ['products'],
  filter: { streamTypes: ['product'] },
  begin: rowPerStream<ProductState, ProductEvent>(storedProduct, target, rowOf),
}
