import { accept, type Decider, type Decision, reject } from '../../kit/kernel/decider'
import { isSameMoney } from '../money'
import type { ProductEvent, ProductListing } from './events'

/** A product as it was listed last; nothing before that. */
export interface ProductState {
  readonly id: string
  readonly listing: ProductListing | undefined
  readonly version: number
}

/** Puts a product into the catalogue, or lists it anew. */
export interface ListProduct {
  readonly type: 'ListProduct'
  readonly listing: ProductListing
}

export type ProductRejection =
  | { readonly type: 'NameMissing' }
  | { readonly type: 'PriceNegative'; readonly amount: number }

const initial = (id: string): ProductState => ({ id, listing: undefined, version: 0 })

const evolve = ({ id, version }: ProductState, { data }: ProductEvent): ProductState => ({
  id,
  listing: data,
  version: version + 1,
})

const fold = (state: ProductState, events: Iterable<ProductEvent>): ProductState => {
  let folded = state
  for (const event of events) folded = evolve(folded, event)
  return folded
}

const decide = (
  { listing }: ListProduct,
  product: ProductState,
): Decision<ProductEvent, ProductRejection> => {
  if (listing.name.trim() === '') return reject({ type: 'NameMissing' })
  const { amount } = listing.unitPrice
  if (amount < 0) return reject({ type: 'PriceNegative', amount })
  if (product.listing && isSameListing(product.listing, listing)) return accept()
  return accept({ type: 'ProductListed', data: listing })
}

const isSameListing = (one: ProductListing, other: ProductListing): boolean =>
  one.name === other.name &&
  one.description === other.description &&
  one.category === other.category &&
  one.hasPicture === other.hasPicture &&
  isSameMoney(one.unitPrice, other.unitPrice)

/** The product as a decider. */
export const product: Decider<ProductState, ListProduct, ProductEvent, ProductRejection> = {
  initial,
  evolve,
  fold,
  decide,
}
