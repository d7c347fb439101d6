import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCartStory, shopping } from '../../testing/cart-story'
import { evolveCart } from './evolve'
import { lineChanges } from './line-changes'
import { compensate } from './restore'
import { type CartItem, type CartState, initialCart } from './state'

const anyVersion = fc.nat(1_000)

describe('laws of restoring', () => {
  it('the cart is afterwards what it was at that version', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(shopping, anyVersion), { maxLength: 40 }), (steps) => {
        const story = createCartStory()
        for (const step of steps) {
          if (typeof step !== 'number') story.tell(step)
          else {
            const toVersion = 1 + (step % story.events.length)
            const before = story.now()
            const events = story.restore(toVersion)
            const { version, ...after } = story.now()
            const { version: _, ...past } = story.stateAt(toVersion)
            expect(after).toEqual(past)
            expect(version).toBe(before.version + events.length)
          }
        }
      }),
    )
  })

  it('there is something to tell of lines just when there is something to do', () => {
    fc.assert(
      fc.property(lines, lines, (present, past) => {
        const isSame = compensate(present, past, 'r').length === 0
        expect(lineChanges(present, past).length === 0).toBe(isSame)
        expect(lineChanges(past, past)).toEqual([])
      }),
    )
  })

  it('takes no more events than needed', () => {
    fc.assert(
      fc.property(lines, lines, (present, past) => {
        expect(compensate(present, past, 'r')).toHaveLength(fewestSteps(present, past))
      }),
      { numRuns: 60 },
    )
  })
})

const prices = [500, 700]
const lineOf = (productId: string, quantity: number, amount: number): CartItem => ({
  productId,
  productName: 'A thing',
  quantity,
  unitPrice: { amount, currency: 'USD' },
})
const lines: fc.Arbitrary<CartItem[]> = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .tuple(fc.constantFrom(1, 2), fc.constantFrom(...prices))
          .map(([quantity, amount]) => lineOf(id, quantity, amount)),
      ),
    ),
  )

/** Tries all there is, breadth first. */
const fewestSteps = (present: readonly CartItem[], past: readonly CartItem[]): number => {
  const keyOf = (items: readonly CartItem[]) => JSON.stringify(items)
  const goal = keyOf(past)
  const seen = new Set([keyOf(present)])
  let reached: readonly (readonly CartItem[])[] = [present]
  for (let steps = 0; ; steps++) {
    if (reached.some((items) => keyOf(items) === goal)) return steps
    reached = reached.flatMap(allSteps).filter((items) => {
      const key = keyOf(items)
      return !seen.has(key) && seen.add(key)
    })
  }
}

const allSteps = (items: readonly CartItem[]): (readonly CartItem[])[] => {
  const state: CartState = { ...initialCart('c'), status: 'active', items }
  const inPlace = items.flatMap(({ productId, quantity: oldQuantity }) => [
    evolveCart(state, { type: 'ItemRemoved', data: { productId, quantity: oldQuantity, reason: 'r' } }),
    ...[1, 2].map((newQuantity) =>
      evolveCart(state, { type: 'ItemQuantityChanged', data: { productId, oldQuantity, newQuantity } }),
    ),
  ])
  const added = ['a', 'b', 'c'].flatMap((productId) =>
    prices.flatMap((amount) =>
      [1, 2].map((quantity) =>
        evolveCart(state, { type: 'ItemAdded', data: lineOf(productId, quantity, amount) }),
      ),
    ),
  )
  return [...inPlace, ...added]
    .map((after) => after.items)
    .filter((after) => after.every((item) => item.quantity <= 2))
}
