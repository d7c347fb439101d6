import { Shop } from '@/components/cart/shop'
import { cataloguePageSize } from '@/components/catalogue/catalogue-page'
import { ProductSearch } from '@/components/catalogue/product-search'
import { SiteHeader } from '@/components/site/site-header'
import { currentIdentity } from '@/lib/server/auth/session'
import { newestCartId } from '@/lib/server/carts/cart-queries'
import { findNewestCart } from '@/lib/server/commands/open-cart'
import { getContext } from '@/lib/server/shared-context'
import { sendCommand } from './actions'
import { readFilter, type SearchParams } from './read-filter'

export const dynamic = 'force-dynamic'

interface ShopPageProps {
  readonly searchParams: Promise<SearchParams>
}

export default async function ShopPage({ searchParams }: ShopPageProps) {
  const { commands, prisma, catalogue } = getContext()
  const filter = readFilter(await searchParams)
  const identity = await currentIdentity()
  const cart =
    identity && (await findNewestCart(commands, identity.userId, await newestCartId(prisma, identity.userId)))
  const [page, categories] = await Promise.all([
    catalogue.search({ ...filter, limit: cataloguePageSize }),
    catalogue.categories(),
  ])
  return (
    <>
      <SiteHeader identity={identity}>
        <ProductSearch />
      </SiteHeader>
      <Shop
        cartId={cart?.cartId ?? null}
        events={cart?.events ?? []}
        first={{ filter, page }}
        categories={categories}
        sendCommand={sendCommand}
      />
    </>
  )
}
