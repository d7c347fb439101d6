'use client'

import { Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { cartPolicy } from '@/lib/shop/cart/policy'

interface AddToCartProps {
  readonly name: string
  readonly onAdd: (quantity: number) => void
}

const step =
  'grid h-full w-9 place-items-center rounded-sm text-muted transition-colors hover:text-ink disabled:opacity-35 pointer-coarse:w-11'

/** How many, and the button that adds them. */
export const AddToCart = ({ name, onAdd }: AddToCartProps) => {
  const [quantity, setQuantity] = useState(1)
  const add = () => {
    onAdd(quantity)
    setQuantity(1)
  }
  return (
    <div className="flex h-9 shrink-0 items-stretch rounded-md border border-line transition-colors focus-within:border-edge hover:border-edge pointer-coarse:h-11.5">
      <button
        type="button"
        className={step}
        aria-label={`Fewer of ${name} to add`}
        disabled={quantity <= 1}
        onClick={() => setQuantity(quantity - 1)}
      >
        <Minus className="size-3.5" strokeWidth={1.75} aria-hidden="true" />
      </button>
      <output
        aria-label={`How many of ${name} to add`}
        className="grid w-5 place-items-center font-mono text-sm tabular-nums"
      >
        {quantity}
      </output>
      <button
        type="button"
        className={step}
        aria-label={`More of ${name} to add`}
        disabled={quantity >= cartPolicy.maxQuantityPerProduct}
        onClick={() => setQuantity(quantity + 1)}
      >
        <Plus className="size-3.5" strokeWidth={1.75} aria-hidden="true" />
      </button>
      <button
        type="button"
        aria-label={`Add ${name} to cart`}
        onClick={add}
        className="-m-px flex-1 rounded-r-md border border-transparent border-l-line font-medium text-sm transition-colors hover:border-accent hover:bg-accent hover:text-on-accent active:brightness-95"
      >
        Add
      </button>
    </div>
  )
}
