import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { StoredShape } from '../../../kit/events/recorded-event'
import { standing } from '../../../kit/testing/event-builders'
import { cart } from '../../cart/cart'
import { cartTotal } from '../../cart/state'
import type { RecordedCartEvent } from '../recorded-shop-events'
import { shopEvents } from './shop-events'

const { upcast } = shopEvents

/** A cart's whole stream as it was once written. */
const storyOf = (file: string): RecordedCartEvent[] => {
  const text = readFileSync(new URL(`stories/${file}`, import.meta.url), 'utf8')
  const shapes: StoredShape[] = JSON.parse(text)
  return shapes.map((shape) => upcast(standing(shape)) as RecordedCartEvent)
}

const linesOf = (events: readonly RecordedCartEvent[]) =>
  cart
    .fold(cart.initial('cart-1'), events)
    .items.map(({ productId, quantity, unitPrice }) => [productId, quantity, unitPrice.amount])

test('a cart that was charged at first prices comes to what was charged', () => {
  const story = storyOf('charged-at-first-prices.json')
  const charge = story.at(-1)
  expect(linesOf(story.slice(0, -1))).toEqual([
    ['mug', 2, 1599],
    ['notebook', 1, 1249],
    ['mug', 1, 1899],
  ])
  expect(linesOf(story)).toEqual([
    ['mug', 3, 1599],
    ['notebook', 1, 1249],
  ])
  const total = cartTotal(cart.fold(cart.initial('cart-1'), story))
  expect(charge?.data).toMatchObject({ totalAmount: total })
})
