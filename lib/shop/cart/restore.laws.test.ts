import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCartStory, shopping } from '../testing/cart-story'
import { foldCart } from './evolve'
import { holdsTheSame, restoration } from './restore'
import { type CartItem, type CartState, cartTotal, initialCart, quantitiesOf } from './state'

const anyVersion = fc.nat(1_000)

describe('laws of restoring', () => {
  it('the cart holds afterwards what it held at that version, in its order, whatever that costs', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(shopping, anyVersion), { maxLength: 40 }), (steps) => {
        const story = createCartStory()
        for (const step of steps) {
          if (typeof step !== 'number') story.tell(step)
          else {
            const toVersion = 1 + (step % story.events.length)
            const before = story.now()
            const events = story.restore(toVersion)
            expect(holdsTheSame(story.now().items, story.stateAt(toVersion).items)).toBe(true)
            expect(story.now().version).toBe(before.version + events.length)
          }
        }
      }),
    )
  })

  it('has one event for each product whose quantity differs, and none where nothing does', () => {
    fc.assert(
      fc.property(lines, lines, (present, past) => {
        const { events, order, leftOut } = restored(present, past)
        const [now, then] = [quantitiesOf(present), quantitiesOf(past)]
        const differing = [...new Set([...now.keys(), ...then.keys()])].filter(
          (productId) => now.get(productId) !== then.get(productId),
        )
        expect(events.map(({ data }) => data.productId).sort()).toEqual(differing.sort())
        expect(leftOut).toEqual([])
        expect(events.length === 0 && !order).toBe(holdsTheSame(present, past))
      }),
    )
  })

  it('what stays costs what it cost, what comes back costs today’s price', () => {
    fc.assert(
      fc.property(lines, lines, (present, past) => {
        const { after } = restored(present, past)
        const then = quantitiesOf(past)
        const stays = foldCart(
          cartOf(present),
          [...quantitiesOf(present)].flatMap(([productId, quantity]) => {
            const gone = quantity - (then.get(productId) ?? 0)
            return gone > 0 ? [{ type: 'ItemRemoved' as const, data: { productId, quantity: gone } }] : []
          }),
        )
        const left = quantitiesOf(stays.items)
        const back = [...then].reduce(
          (sum, [productId, quantity]) => sum + (quantity - (left.get(productId) ?? 0)) * today,
          0,
        )
        expect(cartTotal(after).amount).toBe(cartTotal(stays).amount + back)
      }),
    )
  })
})

const today = 900
const offers = new Map(
  ['a', 'b', 'c'].map((id) => [id, { name: 'A thing', unitPrice: { amount: today, currency: 'USD' } }]),
)

const cartOf = (items: readonly CartItem[]): CartState => ({
  ...initialCart('c'),
  status: 'active',
  items,
  version: 9,
})

const restored = (present: readonly CartItem[], past: readonly CartItem[]) => {
  const before = cartOf(present)
  const { events, order, leftOut } = restoration(before, past, { offers, reason: undefined })
  const closing = { type: 'CartRestored' as const, data: { fromVersion: 9, toVersion: 1, order } }
  return { events, order, leftOut, after: foldCart(before, [...events, closing]) }
}

/** Lines of three products, at two prices each or at today's. */
const lines: fc.Arbitrary<CartItem[]> = fc.uniqueArray(
  fc.record({
    productId: fc.constantFrom('a', 'b', 'c'),
    productName: fc.constant('A thing'),
    quantity: fc.integer({ min: 1, max: 3 }),
    unitPrice: fc.record({ amount: fc.constantFrom(500, 700, today), currency: fc.constant('USD') }),
  }),
  { maxLength: 5, selector: ({ productId, unitPrice }) => `${productId} ${unitPrice.amount}` },
)
