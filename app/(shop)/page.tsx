import { cataloguePageSize } from '@/components/shop/catalogue/catalogue-page'
import { SearchIsland } from '@/components/shop/catalogue/search-island'
import { ShopIsland } from '@/components/shop/shop-island'
import { SiteHeader } from '@/components/shop/site/site-header'
import { openForReading } from '@/lib/kit/server/streams/read-window'
import { lookedAt } from '@/lib/kit/wire/looked-at'
import { newestCartId } from '@/lib/shop/cart/server/cart-queries'
import { findNewestCart } from '@/lib/shop/cart/server/open-cart'
import { withTodaysOffers } from '@/lib/shop/cart/server/todays-offers'
import { storedCart } from '@/lib/shop/cart/wire/stored-cart'
import type { ShownIdentity } from '@/lib/shop/client/kept/kept-shop'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { getContext } from '@/lib/shop/server/shared-context'
import type { ShopIdentity } from '@/lib/shop/wire/shop-identity'
import { sendCommand } from './actions'
import { readFilter, type SearchParams } from './read-filter'

export const dynamic = 'force-dynamic'

/** Without the address: what a page shows of a person may be kept in their browser. */
const shown = ({ userId, role, isGuest, name }: ShopIdentity): ShownIdentity => ({
  userId,
  role,
  isGuest,
  name,
})

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
    identity && cartId ? openForReading(context, storedCart, identity, cartId, lookedAt(asked)) : undefined,
    catalogue.search({ ...filter, limit: cataloguePageSize }),
    catalogue.categories(),
  ])
  return (
    <>
      <SiteHeader identity={identity}>
        <SearchIsland />
      </SiteHeader>
      <ShopIsland
        identity={identity ? shown(identity) : null}
        opening={(opening && (await withTodaysOffers(catalogue, opening))) ?? null}
        first={{ filter, page }}
        categories={categories}
        sendCommand={sendCommand}
      />
    </>
  )
}
