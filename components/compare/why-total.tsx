'use client'

import { cartTotal } from '@/lib/domain/cart/state'
import { totalWords } from './total-words'
import { Why } from './why'

/** Asks how the cart came to what it comes to. */
export const WhyTotal = () => <Why what="the total" select={cartTotal} words={totalWords} />
