'use client'

import { memo } from 'react'
import { isSameMoney, type Money } from '@/lib/shop/money'
import type { CatalogueProduct } from '@/lib/shop/product/wire/catalogue'
import { formatMoney } from '../money-format'
import { ProductPicture } from '../pictures/product-picture'
import { AddToCart } from './add-to-cart'

interface ProductCardProps {
  readonly product: CatalogueProduct
  /** What it costs as far as the page knows: more or less than when the shelf was read, perhaps. */
  readonly price: Money
  readonly inCart: number
  readonly onAdd: (product: CatalogueProduct, quantity: number) => void
}

/** A product on its shelf. */
export const ProductCard = memo(({ product, price, inCart, onAdd }: ProductCardProps) => {
  const { productId, name, category, unitPrice, hasPicture } = product
  return (
    <li className="flex flex-col [contain-intrinsic-size:auto_360px] [content-visibility:auto]">
      <div className="relative overflow-hidden rounded-[3px]">
        <ProductPicture
          productId={productId}
          name={name}
          hasPicture={hasPicture}
          className="aspect-square h-auto w-full dark:brightness-[0.86]"
        />
        {inCart > 0 && (
          <span className="absolute -right-px -bottom-px rounded-tl-[3px] bg-paper py-1 pr-1 pl-2.5 font-mono text-accent text-xs tabular-nums">
            {inCart} in cart
          </span>
        )}
      </div>
      <div className="flex items-baseline gap-3 pt-3">
        <h3 title={name} className="wrap-anywhere line-clamp-4 min-w-0 flex-1 text-md leading-snug">
          {name}
        </h3>
        <p className="text-right font-mono text-sm tabular-nums">
          {!isSameMoney(price, unitPrice) && (
            <>
              <span className="sr-only">Price changed from </span>
              <s className="text-muted text-xs decoration-1">{formatMoney(unitPrice)}</s>
              <span className="sr-only"> to</span>{' '}
            </>
          )}
          {formatMoney(price)}
        </p>
      </div>
      <p className="flex-1 pt-0.5 pb-3 text-sm text-muted">{category}</p>
      <AddToCart name={name} onAdd={(quantity) => onAdd({ ...product, unitPrice: price }, quantity)} />
    </li>
  )
})
