import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { MyOrder } from '@/components/shop/my-orders/my-order'
import { signInPage } from '@/components/shop/site/sign-in-page'
import { SiteHeader } from '@/components/shop/site/site-header'
import { openForReading } from '@/lib/kit/server/streams/read-window'
import { id } from '@/lib/kit/wire/text'
import { readPlaced } from '@/lib/shop/order/server/read-placed'
import { storedOrder } from '@/lib/shop/order/wire/stored-order'
import { currentIdentity } from '@/lib/shop/server/auth/session'
import { getContext } from '@/lib/shop/server/shared-context'
import { buyAgain } from '../actions'

export const metadata: Metadata = { title: 'Your order' }

interface MyOrderPageProps {
  readonly params: Promise<{ orderId: string }>
}

export default async function MyOrderPage({ params }: MyOrderPageProps) {
  const orderId = id.safeParse((await params).orderId).data
  if (!orderId) notFound()
  const identity = await currentIdentity()
  if (!identity) redirect(signInPage(`/account/orders/${orderId}`))
  const context = getContext()
  const opening = await openForReading(context, storedOrder, identity, orderId, [])
  const placed = opening && (await readPlaced(context.store, orderId))
  if (!opening || !placed) notFound()
  const { contact, shippingAddress } = placed.data
  return (
    <>
      <SiteHeader identity={identity} />
      <main id="main" className="mx-auto max-w-4xl px-4 py-8 sm:px-6 lg:px-8">
        <MyOrder
          opening={opening}
          addressee={{ contact, shippingAddress }}
          buyAgain={buyAgain.bind(null, orderId)}
        />
      </main>
    </>
  )
}
