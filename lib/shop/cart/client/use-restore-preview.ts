'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { cart } from '../cart'
import type { CartEvent, LeftOut } from '../events'
import { type CartState, quantitiesOf, quantityOf } from '../state'
import type { CartSession } from './use-cart-session'

/** What bringing a cart back would come to. */
export interface RestoreOutlook {
  /** The cart afterwards. */
  readonly after: CartState
  readonly leftOut: readonly LeftOut[]
  /** The shop could not be asked: prices are the last ones known here. */
  readonly isUnreachable: boolean
}

/** What the shop would answer; until it says so, and where it can't be asked, what the cart's rules say here. */
export const useRestorePreview = (session: CartSession, past: CartState): RestoreOutlook => {
  const { streamId: cartId, head, optimistic: now } = session
  const toVersion = past.version
  const { data: told, isError } = useQuery({
    queryKey: ['restore-preview', cartId, toVersion, head],
    queryFn: ({ signal }) => askPreview(cartId ?? '', toVersion, signal),
    enabled: cartId !== null,
    staleTime: 0,
  })
  return useMemo(() => {
    if (told?.type === 'nothingToBeHad')
      return { after: now, leftOut: lacking(now, past), isUnreachable: false }
    const events = told?.version === now.version ? told.events : decideHere(now, past)
    const last = events.at(-1)
    const leftOut = (last?.type === 'CartRestored' && last.data.leftOut) || []
    return { after: cart.fold(now, events), leftOut, isUnreachable: isError }
  }, [told, now, past, isError])
}

const decideHere = (now: CartState, past: CartState): readonly CartEvent[] => {
  const decision = cart.decide({ type: 'RestoreCart', toVersion: past.version, past }, now)
  return decision.type === 'accepted' ? decision.events : []
}

/** What the past has more of. */
const lacking = (now: CartState, past: CartState): readonly LeftOut[] => {
  const names = new Map(past.items.map(({ productId, productName }) => [productId, productName]))
  return [...quantitiesOf(past.items)].flatMap(([productId, wanted]) => {
    const quantity = wanted - quantityOf(now, productId)
    return quantity > 0 ? [{ productId, productName: names.get(productId) ?? productId, quantity }] : []
  })
}

type Told =
  | { readonly type: 'told'; readonly version: number; readonly events: readonly CartEvent[] }
  /** All that would come back can't. */
  | { readonly type: 'nothingToBeHad' }

const askPreview = async (cartId: string, toVersion: number, signal: AbortSignal): Promise<Told> => {
  const path = `/api/carts/${encodeURIComponent(cartId)}/restore-preview?toVersion=${toVersion}`
  const response = await fetch(path, { signal })
  const answer = await response.json()
  if (response.ok) return { type: 'told', ...answer }
  if (answer.code === 'ProductUnknown') return { type: 'nothingToBeHad' }
  throw new Error(`What a restore comes to could not be asked: ${response.status}`)
}
