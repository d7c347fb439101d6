import { describe, expect, it } from 'vitest'
import { money } from '../money'
import { lineChanges } from './line-changes'
import type { CartItem } from './state'

const line = (productId: string, quantity = 1, amount = 1000): CartItem => ({
  productId,
  productName: `The ${productId}`,
  quantity,
  unitPrice: money(amount, 'USD'),
})

describe('line changes', () => {
  it('tell what comes, goes and changes, and what each is worth', () => {
    const [mug, lamp, tea] = [line('mug', 2), line('lamp', 3), line('tea')]
    const more = line('lamp', 5)
    expect(lineChanges([mug, lamp], [more, tea])).toEqual([
      { type: 'removed', item: mug, difference: money(-2000, 'USD') },
      { type: 'changed', item: more, before: lamp, difference: money(2000, 'USD') },
      { type: 'added', item: tea, difference: money(1000, 'USD') },
    ])
  })

  it('tell another price of the same thing', () => {
    const [before, item] = [line('mug', 2, 1000), line('mug', 2, 900)]
    expect(lineChanges([before], [item])).toEqual([
      { type: 'changed', item, before, difference: money(-200, 'USD') },
    ])
  })

  it('tell of places where nothing else differs', () => {
    const [mug, lamp, tea] = [line('mug'), line('lamp'), line('tea')]
    expect(
      lineChanges([mug, lamp, tea], [mug, tea, lamp]).map(({ type, item }) => [type, item.productId]),
    ).toEqual([
      ['moved', 'tea'],
      ['moved', 'lamp'],
    ])
    expect(lineChanges([mug, lamp], [lamp]).map(({ type }) => type)).toEqual(['removed'])
  })

  it('are none between like lines', () => {
    expect(lineChanges([line('mug')], [line('mug')])).toEqual([])
  })
})
