'use client'

import { type InfiniteData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { answerOf, askServer, retryUnlessRefused } from '@/lib/kit/client/connection/ask-server'
import type { LinkState } from '@/lib/kit/client/connection/link'
import { isLookedAt, onLook } from '@/lib/kit/client/connection/looking'
import { tabSocket } from '@/lib/kit/client/connection/socket'
import { openTypeLink } from '@/lib/kit/client/connection/type-link'
import type { ListedStatus, OrderListItem } from '@/lib/shop/order/wire/order-list'
import { type BoardPage, boardPageSize } from './board-page'
import { withNewest } from './with-newest'

type Board = InfiniteData<BoardPage, number | null>

const pathOf = (
  status: ListedStatus | undefined,
  more: Readonly<Record<string, number | undefined>>,
): string => {
  const query = new URLSearchParams()
  if (status) query.set('status', status)
  for (const [name, value] of Object.entries(more)) if (value !== undefined) query.set(name, String(value))
  return `/api/orders?${query}`
}

/** The API answers no more at once. */
const most = 1_000

/** The orders of a status, page after page, live: what happens to those at hand is read when the socket says that something did. */
export const useBoard = (status: ListedStatus | undefined, first: BoardPage) => {
  const client = useQueryClient()
  const key = useMemo(() => ['orders', status ?? 'all'] as const, [status])
  const [link, setLink] = useState<LinkState>('connecting')
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      answerOf<BoardPage>(pathOf(status, { after: pageParam ?? undefined, limit: boardPageSize }), signal),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    initialData: { pages: [first], pageParams: [null] },
    staleTime: Number.POSITIVE_INFINITY,
    retry: retryUnlessRefused(1),
    refetchOnWindowFocus: false,
  })

  // What came with the page is newer than what the tab kept of it.
  useEffect(() => {
    client.setQueryData<Board>(key, (board) => withNewest(board, first))
  }, [client, key, first])

  useEffect(() => {
    const opened = openTypeLink({
      streamType: 'order',
      socket: tabSocket(),
      readOn: async (waitFor) => {
        const atHand = client
          .getQueryData<Board>(key)
          ?.pages.reduce((sum, { orders }) => sum + orders.length, 0)
        const limit = Math.min(most, Math.max(boardPageSize, atHand ?? 0))
        const answer = await askServer<BoardPage>(pathOf(status, { waitFor, limit }))
        if (answer.type === 'answered') {
          client.setQueryData<Board>(key, (board) => withNewest(board, answer.body))
        }
        return answer.type
      },
      onState: setLink,
      isWatched: isLookedAt,
    })
    const stopLooking = onLook(opened.look)
    return () => {
      stopLooking()
      opened.close()
    }
  }, [client, key, status])

  const { fetchNextPage, hasNextPage, data, isError, refetch } = query
  const orders = useMemo(() => distinct(data.pages), [data])
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage])
  return { orders, counts: data.pages[0]?.counts, link, hasMore: hasNextPage, more, isError, refetch }
}

/** Each order once, as it was told last: it may have moved while pages were read. */
const distinct = (pages: readonly BoardPage[]): readonly OrderListItem[] => {
  const seen = new Map<string, OrderListItem>()
  for (const { orders } of pages) {
    for (const order of orders) if (!seen.has(order.orderId)) seen.set(order.orderId, order)
  }
  return [...seen.values()]
}
