import type { Metadata } from 'next'
import Link from 'next/link'
import * as z from 'zod'
import { CatalogueSearch } from '@/components/shop/staff/catalogue/catalogue-search'
import { NewProductForm } from '@/components/shop/staff/catalogue/new-product-form'
import { ProductTable } from '@/components/shop/staff/catalogue/product-table'
import { PutAway } from '@/components/shop/staff/catalogue/put-away'
import { StaffPage } from '@/components/shop/staff/staff-page'
import { linkStyle } from '@/components/ui/link-style'
import { viewPath } from '@/lib/kit/wire/view-link'
import { getContext } from '@/lib/shop/server/shared-context'
import { staffIdentity } from '../staff-identity'
import { addProduct, putAway } from './actions'

export const metadata: Metadata = { title: 'Catalogue' }

const pageSize = 50

const asked = z.object({
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  withdrawn: z.enum(['yes', 'no']).optional().catch(undefined),
  after: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
})

interface CataloguePageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function CataloguePage({ searchParams }: CataloguePageProps) {
  const params = await searchParams
  const identity = await staffIdentity(viewPath('/catalogue', params))
  const search = asked.parse(params)
  const { products, next } = await getContext().readModels.staffProducts({ ...search, limit: pageSize })
  const more = new URLSearchParams({
    ...(search.q && { q: search.q }),
    ...(search.withdrawn && { withdrawn: search.withdrawn }),
    after: `${next}`,
  })
  return (
    <StaffPage identity={identity}>
      <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
        <h1 className="font-display text-5xl leading-none">Catalogue</h1>
        <div className="flex flex-wrap items-center gap-3">
          <Link href="/catalogue/import" className={linkStyle}>
            Import a file
          </Link>
          <PutAway putAway={putAway} />
        </div>
      </div>
      <CatalogueSearch q={search.q} withdrawn={search.withdrawn} />
      <section aria-label="Products" className="mt-6">
        {products.length > 0 ? (
          <ProductTable products={products} />
        ) : (
          <p className="py-16 text-center font-display text-3xl">No products</p>
        )}
        {next !== null && (
          <p className="py-6">
            <Link href={`/catalogue?${more}`} className={linkStyle}>
              More products
            </Link>
          </p>
        )}
      </section>
      <NewProductForm addProduct={addProduct} />
    </StaffPage>
  )
}
