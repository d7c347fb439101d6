import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import * as z from 'zod'
import { boardHref } from '@/components/shop/order/board/board-href'
import { boardPageSize } from '@/components/shop/order/board/board-page'
import { OrderBoard } from '@/components/shop/order/board/order-board'
import { orderPage } from '@/components/shop/order/order-page'
import { SiteHeader } from '@/components/shop/site/site-header'
import { viewPath } from '@/lib/kit/wire/view-link'
import { orderNumber, orderStatuses } from '@/lib/shop/order/wire/order-list'
import { getContext } from '@/lib/shop/server/shared-context'
import { staffIdentity } from '../staff-identity'
import { shipChosen } from './actions'

export const metadata: Metadata = { title: 'Orders' }

const asked = z.object({
  status: z.enum(orderStatuses).optional().catch(undefined),
  number: orderNumber.optional().catch(undefined),
})

interface OrdersPageProps {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function OrdersPage({ searchParams }: OrdersPageProps) {
  const params = await searchParams
  const identity = await staffIdentity(viewPath('/orders', params))
  const { status, number } = asked.parse(params)
  const { readModels } = getContext()
  if (number !== undefined) {
    const [found] = (await readModels.orders({ number, limit: 1 })).orders
    if (found) redirect(orderPage(found.orderId))
  }
  const [page, counts] = await Promise.all([
    readModels.orders({ status, limit: boardPageSize }),
    readModels.orderCounts(),
  ])
  return (
    <>
      <SiteHeader identity={identity} />
      <main
        id="main"
        className="mx-auto flex h-[calc(100dvh-var(--header)-1px)] min-h-[30rem] max-w-7xl flex-col px-4 pt-8 sm:px-6 lg:px-8"
      >
        <OrderBoard
          key={boardHref(status)}
          status={status}
          first={{ ...page, counts }}
          missed={number}
          ship={shipChosen}
        />
      </main>
    </>
  )
}
