import { expect, it } from 'vitest'
import { stateAfter, withSteps } from '@/lib/kit/history/what-if'
import { skipStep } from '@/lib/kit/history/what-if-steps'
import { cart } from '@/lib/shop/cart/cart'
import { beginCartBranch } from '@/lib/shop/cart/what-if-cart'
import { readCartHistory } from '@/lib/shop/cart/wire/cart-history-file'
import { cartCreated, itemAdded, recorded } from '@/lib/testing/events'
import { cartView } from '../../shop/cart/view/cart-view'
import { cartWhatIfView } from '../../shop/cart/view/cart-what-if-view'
import { historyFileOf, sliceOf, testFileOf } from './slice-files'

const events = recorded([cartCreated(), itemAdded('mug'), itemAdded('lamp'), itemAdded('tea')])
const begun = beginCartBranch(cart.initial('cart-1'), events)
const branch = withSteps(begun, skipStep(begun.steps, 1, true))
const stream = { type: 'cart', id: 'cart-1' }
const about = { exportedAt: '2026-01-02T03:04:05.678Z', told: 'branch' } as const

it('a saved branch is read again as it was', () => {
  const file = historyFileOf(cartWhatIfView, stream, sliceOf(branch, 1, 3), about)
  expect(file.name).toBe('cart-cart-1-v1-3.json')
  const read = readCartHistory(file.text)
  if (read.type !== 'read') throw new Error(read.problem.type)
  expect(cart.fold(read.history.before, read.history.events)).toEqual(stateAfter(branch, 4))
  const again = beginCartBranch(read.history.before, read.history.events)
  expect(again.outcomes.map(({ judgement }) => judgement.type)).toEqual(['accepted', 'accepted', 'accepted'])
})

it('a slice begins with the cart before it', async () => {
  const slice = sliceOf(branch, 2, 3)
  expect(slice.before.version).toBe(1)
  expect(slice.events).toEqual([itemAdded('lamp'), itemAdded('tea')])
  if (!cartView.testWriter) throw new Error('Carts have a writer of tests')
  const test = await testFileOf(cartView.testWriter, stream, slice)
  expect(test.name).toBe('cart-cart-1-v2-3.test.ts')
  expect(test.text).toContain("it('AddItem at version 1'")
  const later = beginCartBranch(cart.fold(cart.initial('cart-1'), events.slice(0, 2)), events.slice(2))
  expect(sliceOf(later, 4, 4)).toMatchObject({
    past: undefined,
    before: { version: 3 },
    events: [itemAdded('tea')],
  })
})
