import type { Projection } from '../../../kit/server/projections/projection'
import { createStreamStates, lastSteps, type StreamStep } from '../../../kit/server/projections/stream-states'
import { writeRows } from '../../../kit/server/projections/write-rows'
import type { ProductEvent } from '../events'
import type { ProductState } from '../product'
import { storedProduct } from '../wire/stored-product'

type ProductStep = StreamStep<ProductState, ProductEvent>

const maxBytes = 10_000_000

/** `products`: the catalogue as last told, what is withdrawn included, in the order products first came into it. */
export const productsProjection: Projection = {
  name: 'products',
  tables: ['products'],
  filter: { streamTypes: ['product'] },
  begin: (streams) => {
    const follow = createStreamStates<ProductState, ProductEvent>(storedProduct, streams, maxBytes)
    return async (events) => {
      const steps = lastSteps(await follow(events))
      return writeRows(target, new Map([...steps].flatMap(([productId, step]) => rowOf(productId, step))))
    }
  },
}

const target = {
  table: 'products',
  key: 'product_id',
  onConflict: `name = excluded.name, description = excluded.description, category = excluded.category,
    product_group = excluded.product_group, price_amount = excluded.price_amount, currency = excluded.currency,
    has_picture = excluded.has_picture, is_withdrawn = excluded.is_withdrawn`,
}

/** None of a product that nobody listed. */
const rowOf = (
  productId: string,
  { after: { listing, isWithdrawn }, opened }: ProductStep,
): [string, object][] => {
  if (!listing) return []
  const row = {
    product_id: productId,
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
  return [[productId, row]]
}
