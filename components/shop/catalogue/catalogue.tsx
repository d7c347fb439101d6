'use client'

import { memo, useCallback, useId, useMemo } from 'react'
import type { Hear } from '@/lib/shop/cart/client/use-offers'
import type { Offers } from '@/lib/shop/cart/commands'
import { type CartItem, quantitiesOf } from '@/lib/shop/cart/state'
import type { CatalogueProduct } from '@/lib/shop/product/wire/catalogue'
import { CatalogueFailed } from './catalogue-failed'
import type { CatalogueFilter, CataloguePage } from './catalogue-page'
import { CategoryFilter } from './category-filter'
import { NoProducts } from './no-products'
import { ProductCard } from './product-card'
import { ProductGrid } from './product-grid'
import { ProductGridSkeleton } from './product-grid-skeleton'
import { ShowMore } from './show-more'
import { useCatalogue } from './use-catalogue'
import { useCatalogueFilter } from './use-catalogue-filter'
import { useHearShelves } from './use-hear-shelves'

export interface CatalogueProps {
  readonly first: { readonly filter: CatalogueFilter; readonly page: CataloguePage }
  readonly categories: readonly string[]
  /** What is in the cart now. */
  readonly items: readonly CartItem[]
  /** What is known of the shop's prices, which may have changed since a shelf was read. */
  readonly offers: Offers
  /** Takes in what a shelf that was just read says of them. */
  readonly hear: Hear
  readonly onAdd: (product: CatalogueProduct, quantity: number) => void
}

/** What the shop offers: narrowed by search and category, more as one scrolls. */
export const Catalogue = memo(({ first, categories, items, offers, hear, onAdd }: CatalogueProps) => {
  const headingId = useId()
  const { filter, choose, clear } = useCatalogueFilter()
  const catalogue = useCatalogue(filter, first)
  const { data, fetchNextPage } = catalogue
  const products = useMemo(() => data?.pages.flatMap((page) => page.products) ?? [], [data])
  const inCart = useMemo(() => quantitiesOf(items), [items])
  useHearShelves(data?.pages, hear)
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage])

  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className="sr-only">
        Catalogue
      </h2>
      <CategoryFilter categories={categories} chosen={filter.category} onChoose={choose} />
      <div className="pt-7">
        {catalogue.isPending ? (
          <ProductGridSkeleton />
        ) : products.length === 0 && catalogue.isError ? (
          <CatalogueFailed onRetry={() => void catalogue.refetch()} />
        ) : products.length === 0 ? (
          <NoProducts filter={filter} onClear={clear} />
        ) : (
          <>
            <ProductGrid stale={catalogue.isPlaceholderData}>
              {products.map((product) => (
                <ProductCard
                  key={product.productId}
                  product={product}
                  price={offers.get(product.productId)?.unitPrice ?? product.unitPrice}
                  inCart={inCart.get(product.productId) ?? 0}
                  onAdd={onAdd}
                />
              ))}
            </ProductGrid>
            {catalogue.hasNextPage && (
              <ShowMore
                loading={catalogue.isFetchingNextPage}
                failed={catalogue.isFetchNextPageError}
                onMore={more}
              />
            )}
          </>
        )}
      </div>
    </section>
  )
})
