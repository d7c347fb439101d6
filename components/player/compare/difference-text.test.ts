import fc from 'fast-check'
import { expect, test } from 'vitest'
import { erased } from '@/lib/kit/kernel/erased'
import { pathText, valueText } from './difference-text'

test('a place is written as code has it', () => {
  expect(pathText(['items', { key: 'mug' }, 'unitPrice', 'amount'])).toBe('items[mug].unitPrice.amount')
  expect(pathText(['items', 2])).toBe('items[2]')
  expect(pathText([])).toBe('')
})

test('a value is JSON in one line', () => {
  expect(valueText({ amount: 100, names: ['a', 'b'], none: {} })).toBe(
    '{ "amount": 100, "names": ["a", "b"], "none": {} }',
  )
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(valueText(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('what was erased is said in a word', () => {
  expect(valueText({ name: erased })).toBe('{ "name": erased }')
})
