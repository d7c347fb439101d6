import type { CatalogueProduct } from '@/lib/shop/product/wire/catalogue'

export interface CataloguePage {
  readonly products: readonly CatalogueProduct[]
  /** The product to go on after; null on the last page. */
  readonly next: string | null
}

export interface CatalogueFilter {
  readonly q: string
  readonly category: string
}

export const cataloguePageSize = 24
