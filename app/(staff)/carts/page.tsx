import type { Metadata } from 'next'
import { Suspense } from 'react'
import { CartResults } from '@/components/shop/staff/cart-results'
import { type CartsSearch, cartsHref, parseCartsSearch } from '@/components/shop/staff/cart-search'
import { CartSearchForm } from '@/components/shop/staff/cart-search-form'
import { CartsSkeleton } from '@/components/shop/staff/carts-skeleton'
import { RefreshButton } from '@/components/shop/staff/refresh-button'
import { StaffPage } from '@/components/shop/staff/staff-page'
import { parseCartQuery } from '@/lib/shop/cart/wire/search/parse'
import type { CartQuery } from '@/lib/shop/cart/wire/search/query'
import { withStatus } from '@/lib/shop/cart/wire/search/with-status'
import { getContext } from '@/lib/shop/server/shared-context'
import { staffIdentity } from '../staff-identity'

export const metadata: Metadata = { title: 'Carts' }

const pageSize = 50

interface CartsPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function CartsPage({ searchParams }: CartsPageProps) {
  const identity = await staffIdentity('/carts')
  const search = parseCartsSearch(await searchParams)
  const parsed = parseCartQuery(search.q ?? '')
  return (
    <StaffPage identity={identity}>
      <div className="mb-6 flex items-end justify-between gap-4">
        <h1 className="font-display text-5xl leading-none">All carts</h1>
        <RefreshButton />
      </div>
      <CartSearchForm search={search} parsed={parsed} />
      {parsed.type === 'parsed' && (
        <div className="mt-5">
          {/* Not a loading.tsx: that would send 200 before it is known whether one may look. */}
          <Suspense key={cartsHref(search)} fallback={<CartsSkeleton />}>
            <CartResults search={search} found={searchFor(search, parsed.query)} />
          </Suspense>
        </div>
      )}
    </StaffPage>
  )
}

const searchFor = ({ status, before }: CartsSearch, query: CartQuery) =>
  getContext().readModels.carts({ query: withStatus(query, status), before, limit: pageSize })
