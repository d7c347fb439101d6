'use client'

import { cartTotal } from '@/lib/shop/cart/state'
import { Why } from '../../../player/compare/why'
import { totalWords } from './total-words'

/** Asks how the cart came to what it comes to. */
export const WhyTotal = () => <Why what="the total" select={cartTotal} words={totalWords} />
