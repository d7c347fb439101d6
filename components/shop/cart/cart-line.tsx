'use client'

import { memo } from 'react'
import type { LineNote as Note } from '@/lib/shop/cart/client/price-notes'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import type { CartItem } from '@/lib/shop/cart/state'
import { type Money, times } from '@/lib/shop/money'
import { formatCount } from '../../ui/format'
import { formatMoney } from '../money-format'
import { isDrawn } from '../pictures/drawn-pictures'
import { ProductPicture } from '../pictures/product-picture'
import { LineControls } from './line-controls'
import { PriceNote } from './price-note'
import { WhyQuantity } from './view/why-quantity'

interface CartLineProps {
  readonly item: CartItem
  /** Stays the same while the line does. */
  readonly lineKey: string
  /** What it is called, also where its product has other lines. */
  readonly name: string
  /** How many of its product other lines hold. */
  readonly others: number
  /** The price of its product's last line, which is the one that is changed, where that is another. */
  readonly changedAt: Money | undefined
  readonly isPending: boolean
  readonly note?: Note | undefined
  /** Left out where the line can only be looked at: in the past, or in somebody else's cart. */
  readonly send?: CartSession['send'] | undefined
}

/** A line of the ledger: what, so many times so much, comes to. */
export const CartLine = memo((props: CartLineProps) => {
  const { item, lineKey, name, others, changedAt, isPending, note, send } = props
  const { productId, productName, quantity, unitPrice } = item
  return (
    <div
      data-subject={productId}
      data-pending={isPending || undefined}
      className="group flex gap-3 py-3 sm:gap-3.5 pr-5 pl-4 sm:px-6"
    >
      <ProductPicture
        productId={productId}
        name={productName}
        hasPicture={isDrawn(productId)}
        className="size-12 shrink-0 sm:size-14 rounded-[3px] dark:brightness-[0.86]"
      />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-4">
          <h3 title={productName} className="wrap-anywhere line-clamp-3 min-w-0 flex-1 text-md leading-snug">
            {productName}
          </h3>
          <p className="font-mono text-sm tabular-nums">{formatMoney(times(unitPrice, quantity))}</p>
        </div>
        <div className="mt-1.5 flex min-h-8 items-center gap-2 max-[22rem]:flex-wrap sm:gap-2.5 font-mono text-sm tabular-nums pointer-coarse:min-h-11">
          {send && !changedAt ? (
            <LineControls key={lineKey} item={item} name={name} others={others} send={send} />
          ) : (
            <>
              <span>
                {formatCount(quantity)} <span className="text-muted">× {formatMoney(unitPrice)}</span>
              </span>
              {send && changedAt && (
                <span className="font-sans text-muted text-xs">
                  more or less at the line for {formatMoney(changedAt)}
                </span>
              )}
              <WhyQuantity
                key={lineKey}
                item={item}
                name={name}
                isOnly={others === 0}
                className="-mr-1 ml-auto"
              />
            </>
          )}
        </div>
        {note && <PriceNote note={note} />}
      </div>
    </div>
  )
})
