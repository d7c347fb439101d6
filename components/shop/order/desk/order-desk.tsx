'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useCallback, useState } from 'react'
import { ShownMoment, useMoment } from '@/components/player/compare/shown-moment'
import { CopyButton } from '@/components/player/timeline/copy-button'
import { StreamViewProvider } from '@/components/player/view/use-stream-view'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/cn'
import { ConnectionMark } from '@/components/ui/connection-mark'
import { textLinkStyle } from '@/components/ui/link-style'
import { Time } from '@/components/ui/time'
import { useStreamSession } from '@/lib/kit/client/session/use-stream-session'
import type { StreamOpening } from '@/lib/kit/wire/stream-opening'
import { spawnScan } from '@/lib/shop/client/spawn-scan'
import type { OrderEvent } from '@/lib/shop/order/events'
import type { OrderState } from '@/lib/shop/order/state'
import type { Addressee } from '@/lib/shop/order/wire/addressee'
import { searchableOrder } from '@/lib/shop/order/wire/searchable-order'
import { storyPage } from '../../story-page'
import { streamPage } from '../../stream-page'
import { OrderLines } from '../order-lines'
import { OrderMoney } from '../order-money'
import { OrderPayments } from '../order-payments'
import { OrderSection } from '../order-section'
import { OrderShipments } from '../order-shipments'
import { OrderStatusMark } from '../order-status'
import { orderView } from '../view/order-view'
import { CustomerCard } from './customer-card'
import { OrderActions } from './order-actions'
import { type Asking, OrderDialogs } from './order-dialogs'
import { OrderReturns } from './order-returns'
import { type SendToOrder, useSend } from './use-send'

interface OrderDeskProps {
  readonly opening: StreamOpening<OrderState, OrderEvent>
  readonly addressee: Addressee
  /** The story that the order began or joined. */
  readonly correlationId: string
  readonly act: SendToOrder
}

/** An order before staff, live: what it holds, comes to and waits for, and what can be done with it. */
export const OrderDesk = ({ opening, addressee, correlationId, act }: OrderDeskProps) => {
  const session = useStreamSession({ type: searchableOrder, opening, spawnScan })
  const { streamId: orderId } = opening
  const order = session.log.history.head
  const player = streamPage({ type: 'order', id: orderId })
  const router = useRouter()
  const jump = useCallback((version: number) => router.push(`${player}?v=${version}`), [router, player])
  const moment = useMoment(session, { version: session.head, jump })
  const [asking, setAsking] = useState<Asking>()
  const sending = useSend(orderId, act)
  return (
    <StreamViewProvider view={orderView}>
      <ShownMoment value={moment}>
        <header className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
          <div className="min-w-0">
            <h1 className="flex flex-wrap items-center gap-x-2 font-display text-5xl leading-none">
              {`Order ${order.number}`}
              <CopyButton text={order.number} what="order number" />
            </h1>
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1 pt-2 text-muted text-sm">
              <OrderStatusMark status={order.status} />
              {session.createdAt && (
                <span>
                  Placed <Time iso={session.createdAt} format="full" className="font-mono tabular-nums" />
                </span>
              )}
              <Link href={player} prefetch={false} className={cn(textLinkStyle, 'text-ink')}>
                Open the player
              </Link>
              <Link
                href={storyPage(correlationId)}
                prefetch={false}
                className={cn(textLinkStyle, 'text-ink')}
              >
                Open the story
              </Link>
              <span data-connection={session.connection} className="inline-flex items-center gap-2">
                <ConnectionMark connection={session.connection} />
              </span>
            </p>
          </div>
          <OrderActions order={order} sending={sending} onAsk={setAsking} />
        </header>
        <div className="grid gap-x-12 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <div>
            <OrderSection level={2} title="Lines">
              <OrderLines order={order} />
            </OrderSection>
            <OrderSection level={2} title="Shipments">
              <OrderShipments
                order={order}
                actions={({ shipment }) => (
                  <Button
                    size="sm"
                    className="mt-2"
                    disabled={sending.isBusy}
                    onClick={() => sending.send({ type: 'DeliverOrder', shipment }, 'Delivered')}
                  >
                    Mark delivered
                  </Button>
                )}
              />
            </OrderSection>
            <OrderSection level={2} title="Returns">
              <OrderReturns order={order} />
            </OrderSection>
          </div>
          <div>
            <OrderSection level={2} title="Money">
              <OrderMoney order={order} />
            </OrderSection>
            <OrderSection level={2} title="Payments">
              <OrderPayments order={order} />
            </OrderSection>
            <OrderSection level={2} title="Customer">
              <CustomerCard customerId={order.customerId} addressee={addressee} />
            </OrderSection>
          </div>
        </div>
        <OrderDialogs asking={asking} order={order} sending={sending} onClose={() => setAsking(undefined)} />
      </ShownMoment>
    </StreamViewProvider>
  )
}
