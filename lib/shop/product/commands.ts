import type { Money } from '../money'
import type { ProductDescription, ProductListing } from './events'

/** Puts a product into the catalogue, or lists it anew as a whole; a withdrawn one is sold again by it. */
export interface ListProduct {
  readonly type: 'ListProduct'
  readonly listing: ProductListing
}

/** Tells a product in other words. */
export interface DescribeProduct extends ProductDescription {
  readonly type: 'DescribeProduct'
}

export interface PriceProduct {
  readonly type: 'PriceProduct'
  readonly unitPrice: Money
}

/** Sells it no more. Carts that hold it keep it until they are checked out. */
export interface WithdrawProduct {
  readonly type: 'WithdrawProduct'
  readonly reason?: string | undefined
}

export interface BringBackProduct {
  readonly type: 'BringBackProduct'
}

export type ProductCommand = ListProduct | DescribeProduct | PriceProduct | WithdrawProduct | BringBackProduct
