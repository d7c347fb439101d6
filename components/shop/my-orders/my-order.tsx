'use client'

import Link from 'next/link'
import { useStreamSession } from '@/lib/kit/client/session/use-stream-session'
import { isErased } from '@/lib/kit/kernel/erased'
import type { StreamOpening } from '@/lib/kit/wire/stream-opening'
import { spawnScan } from '@/lib/shop/client/spawn-scan'
import type { OrderEvent } from '@/lib/shop/order/events'
import type { OrderState } from '@/lib/shop/order/state'
import type { Addressee } from '@/lib/shop/order/wire/addressee'
import type { BoughtAgain } from '@/lib/shop/order/wire/bought-again'
import { searchableOrder } from '@/lib/shop/order/wire/searchable-order'
import { writtenAddress } from '@/lib/shop/wire/address/written-address'
import { linkStyle } from '../../ui/link-style'
import { Time } from '../../ui/time'
import { OrderSection } from '../order/order-section'
import { OrderShipments } from '../order/order-shipments'
import { OrderStatusMark } from '../order/order-status'
import { AmountRows } from '../order-amounts'
import { MyOrderActions } from './my-order-actions'
import { MyOrderLines } from './my-order-lines'
import { MyOrderMoney } from './my-order-money'
import { orderNews } from './order-news'
import { PaymentNotice } from './payment-notice'

interface MyOrderProps {
  readonly opening: StreamOpening<OrderState, OrderEvent>
  readonly addressee: Addressee
  readonly buyAgain: () => Promise<BoughtAgain>
}

/** An order as its customer sees it, live. */
export const MyOrder = ({ opening, addressee, buyAgain }: MyOrderProps) => {
  const session = useStreamSession({ type: searchableOrder, opening, spawnScan })
  const order = session.optimistic
  const { contact, shippingAddress } = addressee
  return (
    <>
      <header className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <h1 className="font-display text-5xl leading-none">Order {order.number}</h1>
        <span role="status">
          <OrderStatusMark status={order.status} />
        </span>
      </header>
      <p className="pt-3 text-md text-muted">
        {opening.createdAt && (
          <>
            Placed <Time iso={opening.createdAt} format="full" />.{' '}
          </>
        )}
        {orderNews(order)}
      </p>
      <PaymentNotice order={order} />
      <div className="grid gap-x-12 md:grid-cols-[minmax(0,1fr)_18rem]">
        <div>
          <OrderSection level={2} title="What you ordered">
            <MyOrderLines order={order} />
          </OrderSection>
          <OrderSection level={2} title="Shipments">
            <OrderShipments order={order} />
          </OrderSection>
        </div>
        <div>
          <OrderSection level={2} title="What it comes to">
            <div className="pt-3">
              <AmountRows amounts={order.amounts} />
            </div>
            <MyOrderMoney order={order} />
          </OrderSection>
          <OrderSection level={2} title="Sent to">
            <address className="wrap-anywhere pt-3 text-md not-italic">
              {!isErased(contact) && contact.name !== '' && <span className="block">{contact.name}</span>}
              {isErased(shippingAddress)
                ? 'An address that was erased'
                : writtenAddress(shippingAddress).map((line) => (
                    <span key={line} className="block">
                      {line}
                    </span>
                  ))}
            </address>
          </OrderSection>
          <MyOrderActions order={order} buyAgain={buyAgain} />
        </div>
      </div>
      <p className="pt-10">
        <Link href="/account/orders" className={linkStyle}>
          All your orders
        </Link>
      </p>
    </>
  )
}
