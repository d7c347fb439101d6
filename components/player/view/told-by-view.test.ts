import { describe, expect, it } from 'vitest'
import { cartView } from '@/components/shop/cart/view/cart-view'
import { strokesOf } from '../transport/strokes'
import { plainKind } from './plain-kind'
import { kindOf, runSentenceOf, sentenceOf, weightOf } from './told-by-view'

/** As a newer server may send it. */
const unknown = { type: 'GiftWrapped', data: { paper: 'red' } }
const names = new Map()

describe('a type of event that a view does not know', () => {
  it('has a kind of its own, the same each time', () => {
    const kind = kindOf(cartView, unknown.type)
    expect(kind).toBe(kindOf(cartView, unknown.type))
    expect(kind).toBe(plainKind(unknown.type))
    expect(Object.values(cartView.kinds)).not.toContain(kind)
  })

  it('is told by its name', () => {
    expect(sentenceOf(cartView, unknown, names)).toBe('Gift wrapped')
    expect(runSentenceOf(cartView, 1_200, unknown, unknown, names)).toBe('Gift wrapped 1,200 times')
  })

  it('is drawn on the strip', () => {
    expect(weightOf(cartView, unknown.type, unknown)).not.toBe('bound')
    const column = { counts: { GiftWrapped: 3 }, last: 3, from: 0, to: 1, isGap: false }
    const [strokes] = strokesOf(cartView, [column], () => unknown)
    expect(strokes?.map(({ type }) => type)).toEqual(['GiftWrapped', 'GiftWrapped'])
    expect(strokes?.every(({ from, to }) => Number.isFinite(from) && Number.isFinite(to))).toBe(true)
  })

  it.each(['constructor', 'toString', '__proto__', ''])(
    'is not taken for what every object has: %j',
    (type) => {
      const event = { type, data: {} }
      expect(kindOf(cartView, type)).toBe(plainKind(type))
      expect(sentenceOf(cartView, event, names)).toBe(type === 'toString' ? 'to string' : type)
    },
  )
})

it('a type that is known is told as the view tells it', () => {
  const created = { type: 'CartCreated', data: { customerId: 'c' } }
  expect(sentenceOf(cartView, created, names)).toBe('Cart created')
  expect(kindOf(cartView, 'CartCreated')).toBe(cartView.kinds.CartCreated)
  expect(weightOf(cartView, 'CartCreated', created)).toBe('bound')
})
