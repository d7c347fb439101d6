'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { answerOf, retryUnlessRefused } from '@/lib/kit/client/connection/ask-server'
import { type CatalogueFilter, type CataloguePage, cataloguePageSize } from './catalogue-page'

const readPage = ({ q, category }: CatalogueFilter, after: string | null, signal: AbortSignal) => {
  const query = new URLSearchParams({ limit: String(cataloguePageSize) })
  if (q) query.set('q', q)
  if (category) query.set('category', category)
  if (after) query.set('after', after)
  return answerOf<CataloguePage>(`/api/products?${query}`, signal)
}

interface FirstPage {
  readonly filter: CatalogueFilter
  readonly page: CataloguePage
}

/** The products a filter leaves, page after page; the first one came with the page itself. */
export const useCatalogue = (filter: CatalogueFilter, first: FirstPage) => {
  const cameWithPage = filter.q === first.filter.q && filter.category === first.filter.category
  return useInfiniteQuery({
    queryKey: ['catalogue', filter.q, filter.category],
    queryFn: ({ pageParam, signal }) => readPage(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    initialData: cameWithPage ? { pages: [first.page], pageParams: [null] } : undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: retryUnlessRefused(1),
    refetchOnWindowFocus: false,
  })
}
