import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Condition, operators, type StreamValue } from '../../../kit/wire/condition/condition'
import { holds as holdsIn } from '../../../kit/wire/condition/holds'
import { parseCondition, parseStreamValue } from '../../../kit/wire/condition/parse-condition'
import { printCondition, printStreamValue } from '../../../kit/wire/condition/print-condition'
import { cart } from '../cart'
import { lineKey } from '../lines'
import type { CartState } from '../state'
import { cartVocabulary, everyCartStatus } from './cart-vocabulary'

const holds = (condition: Condition) => holdsIn(condition, cartVocabulary)

const product = fc.oneof(
  fc.constantFrom('mug', 'Ceramic Mug', 'a"b\\', 'and', '85123A', '22423'),
  fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text.trim() !== ''),
)
const amount = fc.integer({ min: 0, max: 9_999_999 }).map((minor) => minor / 100)
const named = fc.constant('named' as const)
const plainValue = fc.record({ type: named, name: fc.constantFrom('total', 'count', 'lines') })
const ofProduct = fc.record({ type: named, name: fc.constantFrom('quantity', 'price'), of: product })
const key = fc.constantFrom('mug', 'a.b', '0', 'with space', 'br]acket').map((name) => ({ key: name }))
const path = fc
  .tuple(key, fc.constantFrom('quantity', 'productName'))
  .map(([line, field]): StreamValue => ({ type: 'path', path: ['items', line, field] }))
const number: fc.Arbitrary<StreamValue & { type: 'named' }> = fc.oneof(plainValue, ofProduct)

const compared: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    type: fc.constant('compare' as const),
    value: fc.oneof(number, path),
    operator: fc.constantFrom(...operators),
    to: amount,
  }),
  fc.record({
    type: fc.constant('compare' as const),
    value: path,
    operator: fc.constantFrom(...operators),
    to: fc.string({ maxLength: 6 }),
  }),
  fc.record({
    type: fc.constant('compare' as const),
    value: fc.constant({ type: 'named' as const, name: 'status' }),
    operator: fc.constantFrom('=' as const, '!=' as const),
    to: fc.constantFrom(...everyCartStatus),
  }),
)
const has = fc.record({ type: fc.constant('has' as const), of: product })

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    compared,
    has,
    fc.record({ type: fc.constant('not' as const), part: tie('condition') }),
    fc.record({
      type: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('condition'), { minLength: 2, maxLength: 3 }),
    }),
  ),
}))
const short = condition.filter((made) => printCondition(made).length <= 500)

const line = fc.record({
  productId: fc.constantFrom('mug', 'tea', '22423'),
  productName: fc.constantFrom('Ceramic Mug', 'Tea'),
  quantity: fc.integer({ min: 1, max: 10 }),
  unitPrice: fc.record({ amount: fc.integer({ min: 0, max: 9_999 }), currency: fc.constant('USD') }),
})
const state: fc.Arbitrary<CartState> = fc.record({
  id: fc.constant('c'),
  customerId: fc.constant('someone'),
  status: fc.constantFrom(...everyCartStatus),
  items: fc.uniqueArray(line, { selector: lineKey, maxLength: 4 }),
  currency: fc.constant('USD'),
  version: fc.nat(99),
})

const parsed = (text: string): Condition => {
  const result = parseCondition(text, cartVocabulary)
  if (result.type !== 'parsed') throw new Error(`${text}: ${JSON.stringify(result)}`)
  return result.found
}

describe('any condition', () => {
  it('is read as it was printed', () => {
    fc.assert(
      fc.property(short, (made) => {
        expect(parsed(printCondition(made))).toEqual(made)
      }),
    )
  })

  it('is true of a cart, or its negation is', () => {
    fc.assert(
      fc.property(condition, state, (made, at) => {
        expect(holds({ type: 'not', part: made })(at)).toBe(!holds(made)(at))
      }),
    )
  })

  it('obeys De Morgan', () => {
    fc.assert(
      fc.property(condition, condition, state, (one, other, at) => {
        const neither: Condition = { type: 'not', part: { type: 'or', parts: [one, other] } }
        const not = (part: Condition): Condition => ({ type: 'not', part })
        expect(holds(neither)(at)).toBe(holds({ type: 'and', parts: [not(one), not(other)] })(at))
      }),
    )
  })

  it('orders numbers: exactly one of less, equal and more', () => {
    fc.assert(
      fc.property(number, amount, state, (value, to, at) => {
        const hold = (['<', '=', '>'] as const).filter((operator) =>
          holds({ type: 'compare', value, operator, to })(at),
        )
        const isThere = value.name !== 'price' || hold.length > 0
        expect(hold.length).toBe(isThere ? 1 : 0)
      }),
    )
  })

  it('is refused as a value whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        const result = parseCondition(text, cartVocabulary)
        if (result.type === 'problem') expect(result.at).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('can be asked of a cart before its first event', () => {
    fc.assert(
      fc.property(condition, (made) => {
        expect(typeof holds(made)(cart.initial('c'))).toBe('boolean')
      }),
    )
  })
})

it('any value is read as it was printed', () => {
  fc.assert(
    fc.property(fc.oneof(number, path), (value) => {
      expect(parseStreamValue(printStreamValue(value), cartVocabulary)).toEqual({
        type: 'parsed',
        found: value,
      })
    }),
  )
})
