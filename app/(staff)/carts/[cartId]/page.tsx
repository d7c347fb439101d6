import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { signInPage } from '@/components/shop/site/sign-in-page'
import { ViewerPage } from '@/components/shop/site/viewer-page'
import { CartViewer } from '@/components/shop/staff/cart-viewer'
import { openForReading } from '@/lib/kit/server/streams/read-window'
import { lookedAt } from '@/lib/kit/wire/looked-at'
import { id } from '@/lib/kit/wire/text'
import { viewPath } from '@/lib/kit/wire/view-link'
import { storedCart } from '@/lib/shop/cart/wire/stored-cart'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { getContext } from '@/lib/shop/server/shared-context'
import { restoreForShopper } from './actions'

export const metadata: Metadata = { title: 'Cart' }

interface CartPageProps {
  readonly params: Promise<{ cartId: string }>
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function CartPage({ params, searchParams }: CartPageProps) {
  const cartId = id.safeParse((await params).cartId).data
  if (!cartId) notFound()
  const identity = await currentIdentity()
  if (!identity) redirect(signInPage(viewPath(`/carts/${cartId}`, await searchParams)))
  const opening = await openForReading(
    getContext(),
    storedCart,
    identity,
    cartId,
    lookedAt(await searchParams),
  )
  if (!opening) notFound()
  return (
    <ViewerPage identity={identity}>
      <CartViewer opening={opening} sendCommand={identity.role === 'staff' ? restoreForShopper : undefined} />
    </ViewerPage>
  )
}
