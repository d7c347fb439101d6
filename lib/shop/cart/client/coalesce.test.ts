import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineRequest } from '../../testing/cart-requests'
import { cartCreated, itemAdded } from '../../testing/events'
import { cart } from '../cart'
import type { CartState } from '../state'
import type { CartRequest } from '../wire/commands'
import { coalesce } from './coalesce'

const add = (quantity = 1, productId = 'mug'): CartRequest => ({ type: 'AddItem', productId, quantity })
const at = (request: CartRequest, amount: number): CartRequest => ({
  ...request,
  ...(request.type === 'AddItem' && { unitPrice: { amount, currency: 'USD' } }),
})
const less = (quantity?: number): CartRequest => ({
  type: 'RemoveItem',
  productId: 'mug',
  reason: 'no',
  ...(quantity && { quantity }),
})
const change = (newQuantity: number): CartRequest => ({
  type: 'ChangeItemQuantity',
  productId: 'mug',
  newQuantity,
})
const restore: CartRequest = { type: 'RestoreCart', toVersion: 1 }

const one = (request: CartRequest) => ({ type: 'one', request })
const none = { type: 'none' }
const two = { type: 'two' }

describe('two requests in a row', () => {
  it.each([
    ['more and more', add(2), add(3), one(add(5))],
    ['more, then less', add(3), less(1), one(add(2))],
    ['more, then even less', add(1), less(3), one(less(2))],
    ['more and as much less', add(2), less(2), none],
    ['less and as much more', less(1), add(1), none],
    ['less, then more', less(1), add(3), one(add(2))],
    ['less and less', less(1), less(2), one(less(3))],
    ['less, then none', less(1), less(), one(less())],
    ['less, then so many', less(1), change(4), one(change(4))],
    ['so many, no, so many', change(3), change(4), one(change(4))],
    ['so many and one more', change(3), add(1), one(change(4))],
    ['so many and one less', change(3), less(1), one(change(2))],
    ['so many and as much less', change(3), less(3), one(less())],
    ['so many, then none', change(3), less(), one(less())],
    ['more, then so many', add(1), change(4), two],
    ['more, then none', add(1), less(), two],
    ['none, then more', less(), add(1), two],
    ['more and more at one price', at(add(2), 100), at(add(3), 100), one(at(add(5), 100))],
    ['more at one price, then at another', at(add(2), 100), at(add(3), 200), two],
    ['more at one price, then at any', at(add(2), 100), add(3), two],
    ['less, then more at a price', less(1), at(add(3), 100), one(at(add(2), 100))],
    ['so many, then one more at a price', change(3), at(add(1), 100), two],
    ['different products', add(1), add(1, 'tea'), two],
    ['back to a version', add(1), restore, two],
    ['on from a version', restore, add(1), two],
    ['back twice', restore, restore, two],
  ] as const)('%s', (_, first, second, expected) => {
    expect(coalesce(first, second)).toEqual(expected)
  })

  it('come to the same cart as the one that stands for them, wherever the rules accept both', () => {
    const lines = fc.record({ mug: fc.integer({ min: 0, max: 9 }), tea: fc.integer({ min: 0, max: 9 }) })
    let compared = 0
    fc.assert(
      fc.property(lines, lineRequest, lineRequest, ({ mug, tea }, first, second) => {
        const before = cart.fold(cart.initial('cart-1'), [
          cartCreated(),
          ...(mug ? [itemAdded('mug', mug)] : []),
          ...(tea ? [itemAdded('tea', tea)] : []),
        ])
        const between = cartAfter(before, first)
        const apart = between && cartAfter(between, second)
        const coalesced = coalesce(first, second)
        if (!between || !apart || !hasLine(between, second) || coalesced.type === 'two') return
        const together = coalesced.type === 'one' ? cartAfter(before, coalesced.request) : before
        expect(together?.items).toEqual(apart.items)
        compared++
      }),
      { numRuns: 2_000 },
    )
    expect(compared).toBeGreaterThan(50)
  })
})

const cartAfter = (state: CartState, request: CartRequest): CartState | undefined => {
  if (request.type === 'RestoreCart') return undefined
  const product = { name: 'The product', unitPrice: { amount: 1599, currency: 'USD' } }
  const decision = cart.decide(request.type === 'AddItem' ? { ...request, product } : request, state)
  return decision.type === 'accepted' ? cart.fold(state, decision.events) : undefined
}

const hasLine = (state: CartState, request: CartRequest): boolean =>
  'productId' in request && state.items.some(({ productId }) => productId === request.productId)
