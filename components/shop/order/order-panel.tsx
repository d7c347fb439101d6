'use client'

import { memo } from 'react'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import type { OrderEvent } from '@/lib/shop/order/events'
import type { OrderState } from '@/lib/shop/order/state'
import type { PanelProps } from '../../player/view/stream-view'
import { Moment } from '../../player/viewer/moment'
import { OrderLines } from './order-lines'
import { OrderMoney } from './order-money'
import { OrderPayments } from './order-payments'
import { OrderSection } from './order-section'
import { OrderShipments } from './order-shipments'
import { OrderStatusMark } from './order-status'

type OrderPanelProps = PanelProps<OrderState, StreamSession<OrderState, OrderEvent>>

/** An order at the moment the playhead is at: its lines, its money, its payments and its shipments. */
export const OrderPanel = memo(({ session, playhead }: OrderPanelProps) => {
  const { shown, isLoading } = playhead
  return (
    <section
      aria-label="Order"
      aria-busy={isLoading || undefined}
      className="scroll-quiet h-full min-h-0 overflow-y-auto px-4 py-4 contain-strict sm:px-6 sm:py-5 [&[aria-busy]>:not(header)]:opacity-40"
    >
      <header>
        <h2 className="title">{shown.number === '' ? 'Order' : `Order ${shown.number}`}</h2>
        <div className="flex flex-wrap items-center gap-x-4 pt-2 text-muted text-sm">
          <OrderStatusMark status={shown.status} />
          <Moment session={session} playhead={playhead} />
        </div>
      </header>
      {shown.status !== 'none' && <OrderParts order={shown} />}
    </section>
  )
})

const OrderParts = ({ order }: { readonly order: OrderState }) => (
  <>
    <OrderSection level={3} title="Lines">
      <OrderLines order={order} />
    </OrderSection>
    <OrderSection level={3} title="Money">
      <OrderMoney order={order} />
    </OrderSection>
    <OrderSection level={3} title="Payments">
      <OrderPayments order={order} />
    </OrderSection>
    <OrderSection level={3} title="Shipments">
      <OrderShipments order={order} />
    </OrderSection>
  </>
)
