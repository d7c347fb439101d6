import { useInfiniteQuery } from '@tanstack/react-query'
import type { OrderListItem, OrderPage } from '@/lib/shop/order/wire/order-list'

const pageSize = 50
/** How far orders are is asked again while the page is looked at. */
const askAgainMs = 5_000

interface MyOrders {
  readonly orders: readonly OrderListItem[]
  readonly hasMore: boolean
  readonly showMore: () => void
}

/** A customer's orders as they are, from what the page came with on. */
export const useMyOrders = (customerId: string, first: OrderPage): MyOrders => {
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['my-orders', customerId],
    queryFn: async ({ pageParam, signal }): Promise<OrderPage> => {
      const query = new URLSearchParams({ customerId, limit: String(pageSize) })
      if (pageParam !== null) query.set('after', String(pageParam))
      const response = await fetch(`/api/orders?${query}`, { signal })
      if (!response.ok) throw new Error(`Orders could not be read: ${response.status}`)
      return response.json()
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    initialData: { pages: [first], pageParams: [null] },
    refetchInterval: askAgainMs,
  })
  return {
    orders: data.pages.flatMap(({ orders }) => orders),
    hasMore: hasNextPage,
    showMore: () => void fetchNextPage(),
  }
}
