import { expect, test } from 'vitest'
import { parseCondition } from '@/lib/kit/wire/condition/parse-condition'
import { cart } from '@/lib/shop/cart/cart'
import { cartVocabulary } from '@/lib/shop/cart/wire/cart-vocabulary'
import { cartCreated, itemAdded } from '@/lib/shop/testing/events'
import { readyConditions } from './ready-conditions'

const textsOf = (amount: number, quantity = 1) =>
  readyConditions(cart.fold(cart.initial('c'), [cartCreated(), itemAdded('say "hi"', quantity, amount)])).map(
    ({ text }) => text,
  )

test('speak of what is in the cart, and of about half of its total', () => {
  expect(textsOf(13_197)).toEqual([
    'total > 60',
    'has("The say \\"hi\\"")',
    'quantity("The say \\"hi\\"") >= 2',
    'lines = 0',
    'status = checkedOut',
  ])
  expect(textsOf(50)[0]).toBe('total > 1')
  expect(textsOf(99_999_999, 10)[0]).toBe('total > 4000000')
})

test('can all be asked, of an empty cart too', () => {
  for (const { text } of readyConditions(cart.initial('c')))
    expect(parseCondition(text, cartVocabulary).type).toBe('parsed')
  for (const text of textsOf(100)) expect(parseCondition(text, cartVocabulary).type).toBe('parsed')
})
