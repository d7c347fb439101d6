'use client'

import { useMemo } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import { type PriceNotes, priceNotes } from '@/lib/shop/cart/client/price-notes'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { lineKey } from '@/lib/shop/cart/lines'
import type { CartItem, CartState } from '@/lib/shop/cart/state'
import { CartLine } from './cart-line'
import { EmptyCart } from './empty-cart'
import { LineList } from './line-list'
import { pendingProducts } from './pending-products'

interface CartLinesProps {
  readonly session: CartSession
  readonly playhead: Playhead<CartState>
}

const lineHeight = 89

/** What is in the cart at the moment shown. What is on its way is marked, and only now can be changed. */
export const CartLines = ({ session, playhead: { shown, isLive } }: CartLinesProps) => {
  // The list holds on to how it first drew a line: not to the session, which has the cart's whole history at hand.
  const { pending: waiting, readOnly, send } = session
  const pending = useMemo(() => pendingProducts(waiting), [waiting])
  const notes = usePriceNotes(session, shown.items, isLive)
  const canChange = isLive && !readOnly
  if (shown.items.length === 0) return <EmptyCart version={shown.version} isLive={isLive} />
  return (
    <LineList
      items={shown.items}
      lineHeight={lineHeight}
      line={(item, { key, name, others, last }) => (
        <CartLine
          item={item}
          lineKey={key}
          name={name}
          others={others}
          changedAt={item === last ? undefined : last.unitPrice}
          isPending={isLive && pending.has(item.productId)}
          note={notes?.get(lineKey(item))}
          send={canChange ? send : undefined}
        />
      )}
    />
  )
}

/** Apart from the lines, which would hold on to the log else. */
const usePriceNotes = (
  { log, pending, offers }: CartSession,
  items: readonly CartItem[],
  isLive: boolean,
): PriceNotes | undefined =>
  useMemo(
    () => (isLive ? priceNotes(items, log, pending, offers) : undefined),
    [isLive, items, log, pending, offers],
  )
