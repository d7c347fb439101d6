'use client'

import { type CartState, cartTotal } from '@/lib/domain/cart/state'
import { formatMoney } from '../ui/format'
import { Why } from './why'

/** Asks how the cart came to what it comes to. */
export const WhyTotal = ({ currency }: { readonly currency: string }) => (
  <Why what="the total" select={totalOf} words={(amount) => formatMoney({ amount, currency })} />
)

const totalOf = (cart: CartState): number => cartTotal(cart).amount
