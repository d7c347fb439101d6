import { expect, it } from 'vitest'
import { itemAdded } from '@/lib/shop/testing/events'
import { judgementWords } from './judgement-words'

const names = new Map([['mug', 'Ceramic Mug']])
const refused = {
  type: 'refused',
  rejection: { type: 'MaxQuantityExceeded', max: 10, requested: 12 },
} as const

it('names the rule that refuses, and the product', () => {
  expect(judgementWords(refused, names, 'mug')).toBe(
    'At most 10 of Ceramic Mug fit in one cart; that would have made 12.',
  )
  expect(judgementWords({ type: 'refused', rejection: { type: 'CartNotFound' } }, names)).toBe(
    'There is no cart yet at this point.',
  )
})

it('says what an event becomes, and what happened against the rules', () => {
  expect(judgementWords({ type: 'adjusted', events: [itemAdded('mug', 2)] }, names)).toBe(
    'Here it becomes: 2 x The mug added',
  )
  expect(judgementWords({ type: 'waived', verdict: refused }, names, 'mug')).toMatch(
    /^It happened so, .* made 12\.$/,
  )
  expect(judgementWords({ type: 'accepted' }, names)).toBeUndefined()
  expect(judgementWords({ type: 'skipped' }, names)).toBe('Skipped')
})
