import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cartCommand } from '../testing/cart-commands'
import { itemAdded } from '../testing/events'
import { cart } from './cart'
import type { CartCommand } from './commands'
import type { CartEvent } from './events'
import { cartPolicy } from './policy'
import { type CartItem, type CartState, cartTotal, itemCount, quantityOf } from './state'

const address = { street: 's', city: 'c', state: 's', zipCode: 'z', country: 'c' }
/** Plays commands from nothing; hands every decision and the states around it to `look`. */
const play = (
  commands: readonly CartCommand[],
  look: (before: CartState, events: readonly CartEvent[], after: CartState, command: CartCommand) => void,
): CartEvent[] => {
  const log: CartEvent[] = []
  let state = cart.initial('c')
  for (const each of commands) {
    const decision = cart.decide(each, state)
    const events = decision.type === 'accepted' ? decision.events : []
    const after = cart.fold(state, events)
    look(state, events, after, each)
    state = after
    log.push(...events)
  }
  return log
}

const commands = fc.array(cartCommand, { maxLength: 60, size: 'max' })

const idleSince = '2026-11-01T10:00:00.000Z'

const changesOfLines: ReadonlySet<string> = new Set(['AddItem', 'RemoveItem', 'ChangeItemQuantity'])

const manyProducts = fc.integer({ min: 1, max: 12 }).map((product) => `product-${product}`)
const few = fc.integer({ min: 1, max: 3 })
const price = few.map((amount) => ({ amount, currency: 'USD' }))
const openingOrClosing: CartEvent[] = [
  { type: 'CartCreated', data: { customerId: 'c-2' } },
  {
    type: 'CartCheckedOut',
    data: {
      payment: { method: 'card' },
      totalAmount: { amount: 1, currency: 'USD' },
      shippingAddress: address,
    },
  },
  { type: 'CartAbandoned', data: { reason: 'r' } },
  { type: 'CartAbandoned', data: { reason: 'r', idleSince } },
  { type: 'CartReopened', data: { idleSince } },
]

/** Any events at all, also such as no decision would have come to. */
const anyEvents: fc.Arbitrary<CartEvent[]> = fc.array(
  fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(...openingOrClosing) },
    { weight: 8, arbitrary: fc.tuple(manyProducts, few, few).map((added) => itemAdded(...added)) },
    {
      weight: 8,
      arbitrary: fc
        .record({ productId: manyProducts, quantity: few, reason: fc.constant('r') })
        .map((data) => ({ type: 'ItemRemoved' as const, data })),
    },
    {
      weight: 4,
      arbitrary: fc
        .record({ productId: manyProducts, oldQuantity: few, newQuantity: few })
        .map((data) => ({ type: 'ItemQuantityChanged' as const, data })),
    },
    {
      weight: 4,
      arbitrary: fc
        .record({ productId: manyProducts, oldPrice: price, newPrice: price })
        .map((data) => ({ type: 'ItemRepriced' as const, data })),
    },
  ),
  { maxLength: 200 },
)

const frozen = (state: CartState): CartState => {
  for (const item of state.items) Object.freeze(item)
  Object.freeze(state.items)
  return Object.freeze(state)
}

describe('laws of the cart', () => {
  it('there are between one and ten of a product, no line twice, all in one currency', () => {
    fc.assert(
      fc.property(commands, (all) => {
        play(all, (_before, _events, after) => {
          const lines = after.items.map((item) => `${item.unitPrice.amount} ${item.productId}`)
          expect(new Set(lines).size).toBe(lines.length)
          expect(new Set(after.items.map((item) => item.unitPrice.currency)).size).toBeLessThanOrEqual(1)
          for (const item of after.items) {
            expect(item.quantity).toBeGreaterThanOrEqual(1)
            expect(quantityOf(after, item.productId)).toBeLessThanOrEqual(cartPolicy.maxQuantityPerProduct)
          }
        })
      }),
    )
  })

  it('the version counts the events, and total and item count add up', () => {
    fc.assert(
      fc.property(commands, (all) => {
        let version = 0
        play(all, (_before, events, after) => {
          version += events.length
          expect(after.version).toBe(version)
          const lines = after.items.map((item) => item.quantity * item.unitPrice.amount)
          expect(cartTotal(after).amount).toBe(lines.reduce((sum, line) => sum + line, 0))
          expect(itemCount(after)).toBe(after.items.reduce((sum, item) => sum + item.quantity, 0))
        })
      }),
    )
  })

  it('a closed cart stays as it was', () => {
    fc.assert(
      fc.property(commands, (all) => {
        play(all, (before, events) => {
          if (before.status === 'checkedOut' || before.status === 'abandoned') expect(events).toEqual([])
        })
      }),
    )
  })

  it('a cart that was left alone is for its owner as it was: what they do takes it up again, and comes to the same', () => {
    fc.assert(
      fc.property(commands, cartCommand, (all, next) => {
        const open = cart.fold(
          cart.initial('c'),
          play(
            all.filter(({ type }) => type !== 'Checkout' && type !== 'AbandonCart'),
            () => undefined,
          ),
        )
        fc.pre(open.status === 'active' && changesOfLines.has(next.type))
        const left = cart.evolve(open, { type: 'CartAbandoned', data: { reason: 'r', idleSince } })
        const decided = cart.decide(next, left)
        const expected = cart.decide(next, open)
        if (expected.type === 'rejected' || decided.type === 'rejected' || expected.events.length === 0) {
          expect(decided).toEqual(expected)
        } else {
          const reopened = { type: 'CartReopened', data: { idleSince } } as const
          expect(decided.events).toEqual([reopened, ...expected.events])
          expect({ ...cart.fold(left, decided.events), version: 0 }).toEqual({
            ...cart.fold(open, expected.events),
            version: 0,
          })
        }
      }),
    )
  })

  it('fold gives what evolve gives one by one, wherever it begins', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(200), (events, from) => {
        const before = cart.fold(cart.initial('c'), events.slice(0, from))
        expect(cart.fold(before, events.slice(from))).toStrictEqual(
          events.reduce(cart.evolve, cart.initial('c')),
        )
      }),
    )
  })

  it('evolve and fold leave the state before as it was, and share with it the lines that stayed', () => {
    fc.assert(
      fc.property(anyEvents, fc.nat(200), (events, from) => {
        const before = frozen(cart.fold(cart.initial('c'), events.slice(0, from)))
        const later = events.slice(from)
        const touched = new Set(later.map(({ data }) => ('productId' in data ? data.productId : undefined)))
        for (const after of [cart.fold(before, later), later.reduce(cart.evolve, before)]) {
          const stayed = (item: CartItem) => !touched.has(item.productId)
          expect(after.items.filter(stayed)).toEqual(before.items.filter(stayed))
          for (const item of after.items.filter(stayed)) expect(before.items).toContain(item)
        }
      }),
    )
  })

  it('a fold of nothing is the very same state', () => {
    const state = cart.initial('c')
    expect(cart.fold(state, [])).toBe(state)
  })

  it('quantities move by what the events say', () => {
    fc.assert(
      fc.property(commands, (all) => {
        play(all, (before, events, after) => {
          for (const event of events) {
            if (event.type !== 'ItemAdded' && event.type !== 'ItemRemoved') continue
            const id = event.data.productId
            const moved = quantityOf(after, id) - quantityOf(before, id)
            expect(moved).toBe(event.type === 'ItemAdded' ? event.data.quantity : -event.data.quantity)
          }
        })
      }),
    )
  })
})
