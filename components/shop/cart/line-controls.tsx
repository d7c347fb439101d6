'use client'

import { Minus, Plus, X } from 'lucide-react'
import type { MouseEvent } from 'react'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import type { CartItem } from '@/lib/shop/cart/state'
import { formatMoney } from '../money-format'
import { focusNeighbour } from './focus-neighbour'
import { QuantityField } from './quantity-field'

interface LineControlsProps {
  /** A product's last line: what is put in or taken out changes it. */
  readonly item: CartItem
  /** What it is called, also where its product has other lines. */
  readonly name: string
  /** How many of its product other lines hold. */
  readonly others: number
  readonly send: CartSession['send']
}

const step =
  'grid h-full w-8 place-items-center rounded-sm text-muted transition-colors hover:text-ink pointer-coarse:w-11'

/** One more, one less, so many, none. More and less are relative, so that two devices never overwrite each other. */
export const LineControls = ({ item, name, others, send }: LineControlsProps) => {
  const { productId, productName, unitPrice, quantity } = item
  const increase = () => send({ type: 'AddItem', productId, quantity: 1 }, { name: productName, unitPrice })
  const decrease = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    if (quantity === 1) focusNeighbour(currentTarget)
    send({ type: 'RemoveItem', productId, quantity: 1 })
  }
  const remove = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    focusNeighbour(currentTarget)
    const all = others > 0 ? { quantity } : {}
    send({ type: 'RemoveItem', productId, ...all })
  }
  return (
    <>
      <div className="flex h-8 shrink-0 items-stretch rounded-md border border-line transition-colors focus-within:border-edge hover:border-edge pointer-coarse:h-11.5">
        <button type="button" className={step} aria-label={`Decrease quantity of ${name}`} onClick={decrease}>
          <Minus className="size-3.5" strokeWidth={1.75} aria-hidden="true" />
        </button>
        <QuantityField
          name={name}
          quantity={quantity}
          onCommit={(count) =>
            send({ type: 'ChangeItemQuantity', productId, newQuantity: count === 0 ? 0 : others + count })
          }
        />
        <button type="button" className={step} aria-label={`Increase quantity of ${name}`} onClick={increase}>
          <Plus className="size-3.5" strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
      <span className="max-[22rem]:order-1 max-[22rem]:basis-full whitespace-nowrap text-muted max-sm:text-xs">
        × {formatMoney(unitPrice)}
      </span>
      <button
        type="button"
        data-remove
        aria-label={`Remove ${name}`}
        onClick={remove}
        className="-mr-2 ml-auto grid size-8 shrink-0 place-items-center rounded-sm text-muted transition-colors hover:text-danger pointer-coarse:size-11"
      >
        <X className="size-4" strokeWidth={1.5} aria-hidden="true" />
      </button>
    </>
  )
}
