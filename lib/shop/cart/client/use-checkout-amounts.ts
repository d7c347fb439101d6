'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { OrderAmounts } from '../../amounts/amounts'
import type { CartRefusal } from '../wire/cart-answers'
import type { CartSession } from './use-cart-session'

/** What a checkout would come to, as the shop says. */
export interface CheckoutOutlook {
  /** Of the cart as it is now; undefined until the shop says so, and where it can't be asked. */
  readonly amounts: OrderAmounts | undefined
  /** Why it would be refused, where it would. */
  readonly refusal: CartRefusal | undefined
  readonly isAsking: boolean
  /** The shop could not be asked. */
  readonly isUnreachable: boolean
}

interface Asked {
  readonly country: string
  readonly discountCode: string
}

type Told =
  | { readonly type: 'told'; readonly version: number; readonly amounts: OrderAmounts }
  | { readonly type: 'refused'; readonly refusal: CartRefusal }

/** Asks the shop what checking the cart out would come to, again whenever cart, country or code change. */
export const useCheckoutAmounts = (
  { streamId: cartId, head, pending }: Pick<CartSession, 'streamId' | 'head' | 'pending'>,
  isOpen: boolean,
  { country, discountCode }: Asked,
): CheckoutOutlook => {
  const isSettled = cartId !== null && pending.length === 0
  const { data, isFetching, isError } = useQuery({
    queryKey: ['checkout-amounts', cartId, head, country, discountCode],
    queryFn: ({ signal }) => ask(cartId ?? '', { country, discountCode }, signal),
    enabled: isOpen && isSettled && country !== '',
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
  const isCurrent = isSettled && data?.type === 'told' && data.version === head
  return {
    amounts: isCurrent ? data.amounts : undefined,
    refusal: data?.type === 'refused' ? data.refusal : undefined,
    isAsking: isFetching,
    isUnreachable: isError,
  }
}

const ask = async (cartId: string, { country, discountCode }: Asked, signal: AbortSignal): Promise<Told> => {
  const query = new URLSearchParams({ country, ...(discountCode !== '' && { discountCode }) })
  const response = await fetch(`/api/carts/${encodeURIComponent(cartId)}/amounts?${query}`, { signal })
  const answer = await response.json()
  if (response.ok) return { type: 'told', ...answer }
  if (response.status === 422) return { type: 'refused', refusal: { ...answer, type: answer.code } }
  throw new Error(`What a checkout comes to could not be asked: ${response.status}`)
}
