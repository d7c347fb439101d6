import { Shop } from '@/components/cart/shop'
import { cataloguePageSize } from '@/components/catalogue/catalogue-page'
import { ProductSearch } from '@/components/catalogue/product-search'
import { SiteHeader } from '@/components/site/site-header'
import type { ShownIdentity } from '@/lib/client/kept/kept-shop'
import type { Identity } from '@/lib/protocol/identity'
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

/** Without the address: what a page shows of a person may be kept in their browser. */
const shown = ({ userId, role, isGuest, name }: Identity): ShownIdentity => ({ userId, role, isGuest, name })

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
        identity={identity ? shown(identity) : null}
        opening={(opening && (await withTodaysOffers(catalogue, opening))) ?? null}
        first={{ filter, page }}
        categories={categories}
        sendCommand={sendCommand}
      />
    </>
  )
}
