import { describe, expect, it } from 'vitest'
import type { RefusedEntry } from '../../../kit/client/outbox/use-command-session'
import { cartCreated, itemAdded } from '../../testing/events'
import { cart } from '../cart'
import type { CartTypes } from './cart-entry'
import { add, anEntry, checkout } from './cart-entry-samples'
import { afterRefusal, asSeen, type Closing } from './closing'

const closing = checkout as Closing
const seen = cart.fold(cart.initial('cart-1'), [cartCreated(), itemAdded('mug', 2)])
const decided = anEntry(checkout, asSeen(closing, seen))
const outOfDate = {
  type: 'SeenChanged',
  seen: { version: 2, total: { amount: 3198, currency: 'USD' } },
  actual: { version: 7, total: { amount: 4797, currency: 'USD' } },
} as const

const refused = (options: Partial<RefusedEntry<CartTypes>> = {}): RefusedEntry<CartTypes> => ({
  entry: decided,
  rejection: outOfDate,
  by: 'server',
  behind: [],
  ...options,
})

describe('a closing of a cart', () => {
  it('says what was seen: its version, its total, its lines', () => {
    expect(decided.request).toMatchObject({ seen: { version: 2, total: { amount: 3198, currency: 'USD' } } })
    expect(decided.shown).toEqual(seen.items)
  })

  it('is asked again, with what was seen, where the cart is another by now', () => {
    const outdated = { request: decided.request, shown: seen.items, version: 7 }
    expect(afterRefusal(refused(), 'cart-1')).toEqual({ outdated, isTold: false })
    expect(afterRefusal(refused({ by: 'rules' }), 'cart-1')).toEqual({ outdated, isTold: false })
  })

  it('is told as refused on another page than the one it was sent from', () => {
    const told = { outdated: undefined, isTold: true }
    expect(afterRefusal(refused({ by: 'otherTab' }), 'cart-1')).toEqual(told)
    expect(afterRefusal(refused(), 'cart-2')).toEqual(told)
  })

  it('is told as refused for any other reason', () => {
    expect(afterRefusal(refused({ rejection: { type: 'CartEmpty' } }), 'cart-1').isTold).toBe(true)
  })

  it('is asked again when what it stood behind was refused, which is told', () => {
    const rejection = { type: 'MaxQuantityExceeded', max: 10, requested: 11 } as const
    const after = afterRefusal(refused({ entry: anEntry(add()), rejection, behind: [decided] }), 'cart-1')
    expect(after).toEqual({
      outdated: { request: decided.request, shown: seen.items, version: 0 },
      isTold: true,
    })
  })
})
