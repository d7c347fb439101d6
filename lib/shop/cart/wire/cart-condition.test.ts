import { describe, expect, it, test } from 'vitest'
import type { ConditionProblem } from '../../../kit/wire/condition/condition-problem'
import { holds } from '../../../kit/wire/condition/holds'
import { parseCondition, parseStreamValue } from '../../../kit/wire/condition/parse-condition'
import { valueReader } from '../../../kit/wire/condition/value-reader'
import { cartCreated, itemAdded } from '../../testing/events'
import { cart } from '../cart'
import type { CartState } from '../state'
import { cartVocabulary } from './cart-vocabulary'

/** Two of the mug at 15.99, one of the tea at 4.00. */
const filled = cart.fold(cart.initial('c'), [
  cartCreated('ann'),
  itemAdded('mug', 2),
  itemAdded('tea', 1, 400),
])

const isTrue = (text: string, of: CartState = filled): boolean => {
  const parsed = parseCondition(text, cartVocabulary)
  if (parsed.type !== 'parsed') throw new Error(`${text}: ${JSON.stringify(parsed)}`)
  return holds(parsed.found, cartVocabulary)(of)
}

test.each([
  'total = 35.98',
  'total > 35.97 and total < 35.99',
  'quantity("The mug") >= 2',
  'quantity(mug) = 2',
  'QUANTITY(MUG) = 2',
  'quantity(chair) = 0',
  'has("the tea")',
  'price(mug) = 15.99',
  'price(chair) != 1',
  'not price(chair) < 1',
  'lines = 2 and count = 3',
  'status = active',
  'status = ACTIVE',
  'not has(chair)',
  'not not has(mug)',
  'has(chair) or has(tea) and has(mug)',
  '(has(mug) or has(chair)) and not (lines > 2)',
  'items[mug].quantity = 2',
  'items[1].productId = tea',
  'items["mug"].unitPrice.amount = 1599',
  'items.length = 2',
  'customerId = "ann"',
  'items[mug].__proto__ != 1',
])('%s', (text) => {
  expect(isTrue(text)).toBe(true)
})

test('`and` binds closer than `or`, `not` closest', () => {
  expect(isTrue('has(mug) or has(mug) and has(chair)')).toBe(true)
  expect(isTrue('(has(mug) or has(mug)) and has(chair)')).toBe(false)
  expect(isTrue('not has(chair) or has(mug)')).toBe(true)
})

test('a product at several prices has its quantity over all lines, and the price it was last put in at', () => {
  const twice = cart.evolve(filled, itemAdded('mug', 3, 1200))
  for (const text of [
    'quantity(mug) = 5',
    'price(mug) = 12',
    'lines = 3',
    'count = 6',
    'total = 71.98',
    'items[mug].quantity = 2',
    'items["mug (2)"].quantity = 3',
    'items[mug (2)].unitPrice.amount = 1200',
    'items["mug (3)"].quantity != 3',
  ])
    expect(isTrue(text, twice), text).toBe(true)
})

test("money is in the cart's currency, with as many digits as that has", () => {
  const item = {
    productId: 'tea',
    productName: 'Tea',
    quantity: 1,
    unitPrice: { amount: 500, currency: 'JPY' },
  }
  expect(isTrue('total = 500', { ...filled, items: [item], currency: 'JPY' })).toBe(true)
})

describe('a problem says where, what stands there, and what should', () => {
  it.each<[string, Omit<ConditionProblem, 'type' | 'hint'>]>([
    ['', { at: 0, found: '', expected: 'condition' }],
    ['totl > 5', { at: 0, found: 'totl', expected: 'condition' }],
    ['total', { at: 5, found: '', expected: 'operator' }],
    ['total >', { at: 7, found: '', expected: 'number' }],
    ['total > mug', { at: 8, found: 'mug', expected: 'number' }],
    ['total > 5 has(mug)', { at: 10, found: 'has', expected: 'and, or' }],
    ['total > 5 and', { at: 13, found: '', expected: 'condition' }],
    ['(total > 5', { at: 10, found: '', expected: ')' }],
    ['has mug', { at: 4, found: 'mug', expected: '(' }],
    ['has()', { at: 4, found: ')', expected: 'argument' }],
    ['has(" ")', { at: 4, found: '" "', expected: 'argument' }],
    ['status = open', { at: 9, found: 'open', expected: 'word' }],
    ['status > active', { at: 7, found: '>', expected: 'equality' }],
    ['total > £5', { at: 8, found: '£5', expected: 'condition' }],
    ['has("mug', { at: 4, found: '"mug', expected: 'condition' }],
    [`has(${'m'.repeat(500)})`, { at: 500, found: '', expected: { atMost: 500 } }],
  ])('%s', (text, problem) => {
    const { hint, ...told } = { hint: undefined, ...parseCondition(text, cartVocabulary) }
    expect(told).toEqual({ type: 'problem', ...problem })
  })

  it.each([
    ['totl > 5', cartVocabulary.hints.condition],
    ['total > £5', cartVocabulary.hints.condition],
    ['has mug', '( and a product’s name in quotes, or its id'],
    ['has()', 'a product’s name in quotes, or its id'],
    ['status = open', 'one of none, active, checkedOut, abandoned'],
    ['total >', undefined],
  ])('%s tells what could stand there in the words of a cart', (text, hint) => {
    const parsed = parseCondition(text, cartVocabulary)
    expect(parsed.type === 'problem' && parsed.hint).toBe(hint)
  })
})

test('values can be read by themselves, to be watched', () => {
  const valueIn = (text: string): unknown => {
    const parsed = parseStreamValue(text, cartVocabulary)
    return parsed.type === 'parsed' ? valueReader(parsed.found, cartVocabulary)(filled) : parsed.expected
  }
  expect(valueIn('total')).toBe(35.98)
  expect(valueIn('items[tea].quantity')).toBe(1)
  expect(valueIn('items[chair].quantity')).toBeUndefined()
  expect(valueIn('items[mug]')).toMatchObject({ productName: 'The mug' })
  expect(valueIn('anything')).toBe('value')
  expect(valueIn('total > 5')).toBe('and, or')
})
