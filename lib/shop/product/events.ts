import type { Money } from '../money'

/** A product as the catalogue shows it. */
export interface ProductListing {
  readonly name: string
  readonly description: string
  readonly category: string
  readonly unitPrice: Money
  readonly hasPicture: boolean
}

/** The product came into the catalogue, or was listed anew with another name or price. */
export interface ProductListed {
  readonly type: 'ProductListed'
  readonly data: ProductListing
}

export type ProductEvent = ProductListed
