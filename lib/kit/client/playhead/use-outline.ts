'use client'

import { type QueryFunctionContext, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { cartOutlineOf, extendCartOutline } from '../../../shop/cart/cart-outline'
import type { CartLog } from '../../../shop/cart/client/cart-log'
import { recentEvents } from '../../history/history'
import { isOutgrown } from '../../history/outline'
import type { StreamOutline } from '../../wire/api-outline'
import { answerOf, retryUnlessRefused } from '../connection/ask-shop'

const keyOf = (cartId: string) => ['cart-outline', cartId] as const

/** The whole cart at a glance, live; undefined while it is being asked for. Of a short cart it is told from its events. */
export const useOutline = ({ streamId: cartId, history }: CartLog): StreamOutline | undefined => {
  const client = useQueryClient()
  const { from, events } = useMemo(() => recentEvents(history), [history])
  const isWhole = from === 0
  const { data: known, refetch } = useQuery({
    queryKey: keyOf(cartId),
    queryFn: askOutline,
    enabled: !isWhole,
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    retry: retryUnlessRefused(3),
  })
  const isStale = known !== undefined && (isOutgrown(known) || known.version < from)

  useEffect(() => {
    if (isWhole || !known) return
    // One at a time: each call would hold on to the history of its moment.
    if (isStale) void refetch({ cancelRefetch: false })
    else client.setQueryData(keyOf(cartId), extendCartOutline(known, events))
  }, [client, cartId, isWhole, isStale, known, events, refetch])

  return useMemo(() => (isWhole ? cartOutlineOf(events) : known), [isWhole, events, known])
}

const askOutline = ({
  queryKey: [, cartId],
  signal,
}: QueryFunctionContext<ReturnType<typeof keyOf>>): Promise<StreamOutline> =>
  answerOf(`/api/carts/${encodeURIComponent(cartId)}/outline`, signal)
