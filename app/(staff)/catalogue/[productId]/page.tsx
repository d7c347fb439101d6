import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { OpenCartsNote } from '@/components/shop/staff/catalogue/open-carts-note'
import { ProductForms } from '@/components/shop/staff/catalogue/product-forms'
import { productPage } from '@/components/shop/staff/catalogue/product-page'
import { StaffPage } from '@/components/shop/staff/staff-page'
import { streamPage } from '@/components/shop/stream-page'
import { linkStyle } from '@/components/ui/link-style'
import { id } from '@/lib/kit/wire/text'
import { getContext } from '@/lib/shop/server/shared-context'
import { staffIdentity } from '../../staff-identity'
import { changeProduct } from '../actions'

export const metadata: Metadata = { title: 'Product' }

interface ProductPageProps {
  readonly params: Promise<{ readonly productId: string }>
}

export default async function ProductPage({ params }: ProductPageProps) {
  const { productId } = await params
  const identity = await staffIdentity(productPage(productId))
  if (!id.safeParse(productId).success) notFound()
  const { readModels, aggregates } = getContext()
  const [product, openCarts] = await Promise.all([
    readModels.staffProduct(productId),
    readModels.openCartsWith(productId, aggregates),
  ])
  if (!product) notFound()
  return (
    <StaffPage identity={identity}>
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <h1 className="font-display text-5xl leading-none">{product.name}</h1>
        <p className="flex flex-wrap gap-2">
          <Link href={streamPage({ type: 'product', id: productId })} className={linkStyle}>
            Its history
          </Link>
          {product.stock && (
            <Link href={streamPage({ type: 'stock', id: productId })} className={linkStyle}>
              Its stock’s history
            </Link>
          )}
          <Link href="/catalogue" className={linkStyle}>
            Catalogue
          </Link>
        </p>
      </div>
      <ProductForms
        product={product}
        change={changeProduct.bind(null, productId)}
        openCarts={<OpenCartsNote {...openCarts} />}
      />
    </StaffPage>
  )
}
