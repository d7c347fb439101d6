import { Shop } from '@/components/cart/shop'
import { cataloguePageSize } from '@/components/catalogue/catalogue-page'
import { ProductSearch } from '@/components/catalogue/product-search'
import { SiteHeader } from '@/components/site/site-header'
import { lookedAt } from '@/lib/protocol/looked-at'
import { currentIdentity } from '@/lib/server/auth/session'
import { newestCartId } from '@/lib/server/carts/cart-queries'
import { openForReading } from '@/lib/server/carts/cart-window'
import { withTodaysOffers } from '@/lib/server/carts/todays-offers'
import { findNewestCart } from '@/lib/server/commands/open-cart'
import { getContext } from '@/lib/server/shared-context'
import { sendCommand } from './actions'
import { readFilter, type SearchParams } from './read-filter'

export const dynamic = 'force-dynamic'

interface ShopPageProps {
  readonly searchParams: Promise<SearchParams>
}

export default async function ShopPage({ searchParams }: ShopPageProps) {
  const context = getContext()
  const { prisma, catalogue } = context
  const asked = await searchParams
  const filter = readFilter(asked)
  const identity = await currentIdentity()
  const cartId =
    identity && (await findNewestCart(context, identity.userId, await newestCartId(prisma, identity.userId)))
  const [opening, page, categories] = await Promise.all([
    identity && cartId ? openForReading(context, identity, cartId, lookedAt(asked)) : undefined,
    catalogue.search({ ...filter, limit: cataloguePageSize }),
    catalogue.categories(),
  ])
  return (
    <>
      <SiteHeader identity={identity}>
        <ProductSearch />
      </SiteHeader>
      <Shop
        person={{ id: identity?.userId ?? null, isGuest: identity?.isGuest ?? true }}
        opening={(opening && (await withTodaysOffers(catalogue, opening))) ?? null}
        first={{ filter, page }}
        categories={categories}
        sendCommand={sendCommand}
      />
    </>
  )
}
