import type { Money } from '../money'

/** A product in words. */
export interface ProductDescription {
  readonly name: string
  readonly description: string
  readonly category: string
  /** Products of one group are variants of one thing, like its sizes. */
  readonly group?: string | undefined
}

/** A product as the catalogue shows it. */
export interface ProductListing extends ProductDescription {
  readonly unitPrice: Money
  readonly hasPicture: boolean
}

/** The product came into the catalogue, or was listed anew as a whole. */
export interface ProductListed {
  readonly type: 'ProductListed'
  readonly data: ProductListing
}

/** It is told in other words from here on. */
export interface ProductDescribed {
  readonly type: 'ProductDescribed'
  readonly data: ProductDescription
}

export interface ProductPriced {
  readonly type: 'ProductPriced'
  readonly data: { readonly oldPrice: Money; readonly newPrice: Money }
}

/** It is sold no more. */
export interface ProductWithdrawn {
  readonly type: 'ProductWithdrawn'
  readonly data: { readonly reason?: string | undefined }
}

/** It is sold again, as it was told and priced last. */
export interface ProductBroughtBack {
  readonly type: 'ProductBroughtBack'
  readonly data: Readonly<Record<string, never>>
}

export type ProductEvent =
  | ProductListed
  | ProductDescribed
  | ProductPriced
  | ProductWithdrawn
  | ProductBroughtBack
