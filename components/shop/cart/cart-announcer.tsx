'use client'

import { useEffect, useState } from 'react'
import { type CartState, cartTotal, itemCount } from '@/lib/shop/cart/state'
import { count } from '../../ui/format'
import { formatMoney } from '../money-format'

const pauseMs = 900

/** Reads out what is in the cart, once the clicks pause. Silent about the cart one came with. */
export const CartAnnouncer = ({ cart }: { readonly cart: CartState }) => {
  const words = `${count(itemCount(cart), 'item')} in the cart, ${formatMoney(cartTotal(cart))}`
  const [first] = useState(words)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (words === first && said === '') return
    const timer = setTimeout(() => setSaid(words), pauseMs)
    return () => clearTimeout(timer)
  }, [words, first, said])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}
