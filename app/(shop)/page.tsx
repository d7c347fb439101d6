import { Shop } from '@/components/cart/shop'
import { currentIdentity } from '@/lib/server/auth/session'
import { newestCartId } from '@/lib/server/carts/cart-queries'
import { findNewestCart } from '@/lib/server/commands/open-cart'
import { getContext } from '@/lib/server/shared-context'
import { sendCommand } from './actions'

export const dynamic = 'force-dynamic'

export default async function ShopPage() {
  const { commands, prisma, catalogue } = getContext()
  const identity = await currentIdentity()
  const cart =
    identity &&
    (await findNewestCart(commands, identity.userId, await newestCartId(prisma, identity.userId)))
  const [page, categories] = await Promise.all([catalogue.search({ limit: 24 }), catalogue.categories()])
  return (
    <Shop
      cartId={cart?.cartId ?? null}
      events={cart?.events ?? []}
      catalogue={page}
      categories={categories}
      sendCommand={sendCommand}
    />
  )
}
