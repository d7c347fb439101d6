import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OrderDesk } from '@/components/shop/order/desk/order-desk'
import { orderPage } from '@/components/shop/order/order-page'
import { StaffPage } from '@/components/shop/staff/staff-page'
import { openForReading } from '@/lib/kit/server/streams/read-window'
import { lookedAt } from '@/lib/kit/wire/looked-at'
import { id } from '@/lib/kit/wire/text'
import { readPlaced } from '@/lib/shop/order/server/read-placed'
import { storedOrder } from '@/lib/shop/order/wire/stored-order'
import { getContext } from '@/lib/shop/server/shared-context'
import { staffIdentity } from '../../staff-identity'
import { sendToOrder } from '../actions'

export const metadata: Metadata = { title: 'Order' }

interface StaffOrderPageProps {
  readonly params: Promise<{ orderId: string }>
}

export default async function StaffOrderPage({ params }: StaffOrderPageProps) {
  const orderId = id.safeParse((await params).orderId).data
  if (!orderId) notFound()
  const identity = await staffIdentity(orderPage(orderId))
  const context = getContext()
  const [opening, placed] = await Promise.all([
    openForReading(context, storedOrder, identity, orderId, lookedAt({})),
    readPlaced(context.store, orderId),
  ])
  if (!opening || !placed) notFound()
  const { contact, shippingAddress } = placed.data
  return (
    <StaffPage identity={identity}>
      <OrderDesk
        opening={opening}
        addressee={{ contact, shippingAddress }}
        correlationId={placed.metadata.correlationId}
        act={sendToOrder}
      />
    </StaffPage>
  )
}
