import type { ProductListing } from '../events'

/** A row of `products`. */
export interface ProductRow {
  readonly product_id: string
  readonly name: string
  readonly description: string
  readonly category: string
  readonly product_group: string | null
  readonly price_amount: number
  readonly currency: string
  readonly has_picture: boolean
  readonly is_withdrawn: boolean
  readonly list_position: string
}

export const listingOf = (row: ProductRow): ProductListing => ({
  name: row.name,
  description: row.description,
  category: row.category,
  ...(row.product_group !== null && { group: row.product_group }),
  unitPrice: { amount: row.price_amount, currency: row.currency },
  hasPicture: row.has_picture,
})
