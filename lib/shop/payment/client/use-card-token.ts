'use client'

import { useQuery } from '@tanstack/react-query'
import type { PaymentOffer } from '../wire/payment-offer'

/** Who payments go through here; undefined until that is known. */
export const usePaymentOffer = (isOpen: boolean): PaymentOffer | undefined =>
  useQuery({
    queryKey: ['payments'],
    queryFn: async ({ signal }) => {
      const response = await fetch('/api/payments', { signal })
      if (!response.ok) throw new Error(`How one pays could not be asked: ${response.status}`)
      return (await response.json()) as PaymentOffer
    },
    enabled: isOpen,
    staleTime: Number.POSITIVE_INFINITY,
  }).data

export type CardAnswer =
  | { readonly type: 'token'; readonly token: string; readonly lastFour: string }
  | { readonly type: 'invalid' }

/**
 * The test provider's token of a card's number. The number is sent to the provider alone, and is kept in memory while the
 * page is there.
 */
export const useCardToken = (
  number: string,
  isOpen: boolean,
): { readonly answer: CardAnswer | undefined; readonly isAsking: boolean } => {
  const { data, isFetching } = useQuery({
    queryKey: ['card-token', number],
    queryFn: async ({ signal }): Promise<CardAnswer> => {
      const headers = { 'content-type': 'application/json' }
      const body = JSON.stringify({ number })
      const response = await fetch('/api/payments/test/cards', { method: 'POST', headers, body, signal })
      if (response.status === 422) return { type: 'invalid' }
      if (!response.ok) throw new Error(`The card could not be taken: ${response.status}`)
      return { type: 'token', ...(await response.json()) }
    },
    enabled: isOpen && number !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  return { answer: data, isAsking: isFetching }
}
