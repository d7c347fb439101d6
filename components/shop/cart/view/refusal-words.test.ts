import { expect, it } from 'vitest'
import type { Judgement } from '@/lib/kit/history/what-if-judge'
import type { CartRejection } from '@/lib/shop/cart/decide'
import type { CartEvent } from '@/lib/shop/cart/events'
import { itemAdded } from '@/lib/shop/testing/events'
import { judgementWords } from '../../../player/what-if/judgement-words'
import { refusalWords } from './refusal-words'
import { sentence } from './sentence'

const names = new Map([['mug', 'Ceramic Mug']])
const refused = {
  type: 'refused',
  rejection: { type: 'MaxQuantityExceeded', max: 10, requested: 12 },
} as const

const told = (judgement: Judgement<CartEvent, CartRejection>, product?: string) =>
  judgementWords(judgement, {
    sentence: (event) => sentence(event, names),
    refusal: (rejection) => refusalWords(rejection, product),
  })

it('names the rule that refuses, and the product', () => {
  expect(told(refused, 'Ceramic Mug')).toBe(
    'At most 10 of Ceramic Mug fit in one cart; that would have made 12.',
  )
  expect(told({ type: 'refused', rejection: { type: 'CartNotFound' } })).toBe(
    'There is no cart yet at this point.',
  )
})

it('says what an event becomes, and what happened against the rules', () => {
  expect(told({ type: 'adjusted', events: [itemAdded('mug', 2)] })).toBe('Here it becomes: 2 x The mug added')
  expect(told({ type: 'waived', verdict: refused }, 'Ceramic Mug')).toMatch(/^It happened so, .* made 12\.$/)
  expect(told({ type: 'accepted' })).toBeUndefined()
  expect(told({ type: 'skipped' })).toBe('Skipped')
})
