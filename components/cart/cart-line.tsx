'use client'

import { memo } from 'react'
import type { CartSession } from '@/lib/client/use-cart-session'
import type { CartItem } from '@/lib/domain/cart/state'
import { times } from '@/lib/domain/money'
import { WhyQuantity } from '../compare/why-quantity'
import { formatCount, formatMoney } from '../ui/format'
import { isDrawn } from './drawn-pictures'
import { LineControls } from './line-controls'
import { ProductPicture } from './product-picture'

interface CartLineProps {
  readonly item: CartItem
  readonly isPending: boolean
  /** Left out where the line can only be looked at: in the past, or in somebody else's cart. */
  readonly send?: CartSession['send'] | undefined
}

/** A line of the ledger: what, so many times so much, comes to. */
export const CartLine = memo(({ item, isPending, send }: CartLineProps) => {
  const { productId, productName: name, quantity, unitPrice } = item
  return (
    <div
      data-product={productId}
      data-pending={isPending || undefined}
      className="group flex gap-3 py-3 sm:gap-3.5 pr-5 pl-4 sm:px-6"
    >
      <ProductPicture
        productId={productId}
        name={name}
        hasPicture={isDrawn(productId)}
        className="size-12 shrink-0 sm:size-14 rounded-[3px] dark:brightness-[0.86]"
      />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-4">
          <h3 title={name} className="wrap-anywhere line-clamp-3 min-w-0 flex-1 text-md leading-snug">
            {name}
          </h3>
          <p className="font-mono text-sm tabular-nums">{formatMoney(times(unitPrice, quantity))}</p>
        </div>
        <div className="mt-1.5 flex min-h-8 items-center gap-2 max-[22rem]:flex-wrap sm:gap-2.5 font-mono text-sm tabular-nums pointer-coarse:min-h-11">
          {send ? (
            <LineControls key={productId} item={item} send={send} />
          ) : (
            <>
              <span>
                {formatCount(quantity)} <span className="text-muted">× {formatMoney(unitPrice)}</span>
              </span>
              <WhyQuantity
                key={productId}
                productId={productId}
                productName={name}
                className="-mr-1 ml-auto"
              />
            </>
          )}
        </div>
      </div>
    </div>
  )
})
