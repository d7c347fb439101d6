import { expect, it } from 'vitest'
import { stateAfter } from '@/lib/kit/history/what-if'
import { cart } from '@/lib/shop/cart/cart'
import { cartRules } from '@/lib/shop/cart/what-if-cart'
import { cartCreated, itemAdded, recorded } from '@/lib/testing/events'
import { loadBranch, longestBranch } from './load-branch'

const story = [cartCreated(), ...Array.from({ length: 2_599 }, (_, nth) => itemAdded(`product-${nth % 300}`))]
const events = recorded(story)
const stateAt = (version: number) => cart.fold(cart.initial('cart-1'), story.slice(0, version))

/** A cart of so many events, of which the server gives a window at a time. */
const sessionOf = (head: number) => ({
  head,
  loadWindow: async (from: number) => {
    if (from % 256 !== 0 || from >= head) throw new RangeError(`No window begins at ${from}`)
    return { from, state: stateAt(from), events: events.slice(from, Math.min(head, from + 256)) }
  },
})

it.each([
  [0, 1],
  [1, 1],
  [255, 300],
  [256, 256],
  [257, 513],
  [512, 600],
])('leaves truth after version %i of %i, with all that follows', async (after, head) => {
  const branch = await loadBranch(cartRules, sessionOf(head), after)
  expect(branch.base).toEqual(stateAt(after))
  expect(branch.steps).toHaveLength(head - after)
  expect(stateAfter(branch, branch.steps.length)).toEqual(stateAt(head))
})

it('takes no more than so many events', async () => {
  const branch = await loadBranch(cartRules, sessionOf(2_600), 10)
  expect(branch.steps).toHaveLength(longestBranch)
  expect(branch.truth.at(-1)?.version).toBe(10 + longestBranch)
})
