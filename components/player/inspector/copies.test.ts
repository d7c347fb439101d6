import { describe, expect, it, test } from 'vitest'
import { keyframeInterval } from '@/lib/kit/kernel/keyframe-interval'
import { cartStreamType } from '@/lib/shop/cart/cart-stream'
import type { CartEvent } from '@/lib/shop/cart/events'
import { foldCart } from '@/lib/shop/cart/evolve'
import { initialCart } from '@/lib/shop/cart/state'
import { cartCreated, itemAdded, recorded } from '@/lib/shop/testing/events'
import type { RecordedCartEvent } from '@/lib/shop/wire/recorded-shop-events'
import { cartView } from '../../shop/cart/view/cart-view'
import { asCurl, asJson, asTest, commandOf } from './copies'

/** A session's windows over these events. */
const sessionOver = (events: readonly RecordedCartEvent[]) => ({
  type: cartStreamType,
  head: events.length,
  loadWindow: async (from: number) => ({
    from,
    state: foldCart(initialCart('cart-1'), events.slice(0, from)),
    events: events.slice(from, from + keyframeInterval),
  }),
})

const cartOf = (events: readonly CartEvent[], commandOf: (version: number) => string | null = () => null) =>
  recorded(events).map((event) => ({
    ...event,
    metadata: { ...event.metadata, commandId: commandOf(event.version) },
  }))
const at = (events: readonly RecordedCartEvent[], version: number) => events[version - 1] as RecordedCartEvent

test('JSON is the event as it was recorded', () => {
  const event = at(cartOf([cartCreated()]), 1)
  expect(JSON.parse(asJson(event))).toEqual(event)
})

test('curl asks the API for this one event', () => {
  expect(asCurl(cartView, at(cartOf([cartCreated(), itemAdded()]), 2), 'https://shop.test')).toBe(
    `curl -H "authorization: Bearer $HINDSIGHT_KEY" 'https://shop.test/api/carts/cart-1/events?after=1&limit=1'`,
  )
})

describe("the command's events", () => {
  const many = Array.from({ length: 300 }, () => itemAdded('mug', 1, 100))
  const events = cartOf([cartCreated(), ...many], (version) => (version > 250 && version < 261 ? 'c' : null))

  it('are all it made, in whichever windows', async () => {
    expect(await commandOf(sessionOver(events), at(events, 257))).toEqual({ first: 251, last: 260 })
  })

  it('are the event alone, where none made it', async () => {
    expect(await commandOf(sessionOver(events), at(events, 262))).toEqual({ first: 262, last: 262 })
  })

  it('end where the cart does', async () => {
    const two = cartOf([cartCreated(), itemAdded()], () => 'c')
    expect(await commandOf(sessionOver(two), at(two, 1))).toEqual({ first: 1, last: 2 })
  })
})

const { testWriter: writer } = cartView
if (!writer) throw new Error('Carts have a writer of tests')

describe('a test', () => {
  it('gives few events as they are', async () => {
    const events = cartOf([cartCreated(), itemAdded('mug'), itemAdded('lamp', 3)])
    const text = await asTest(writer, sessionOver(events), at(events, 3))
    expect(text).toContain("describe('cart cart-1, version 3'")
    expect(text).toContain('The mug')
    expect(text).not.toContain('const before: CartState')
  })

  it('gives many as the state they came to', async () => {
    const events = cartOf([cartCreated(), ...Array.from({ length: 60 }, (_, nth) => itemAdded(`p${nth}`))])
    const text = await asTest(writer, sessionOver(events), at(events, 61))
    expect(text).toContain('const before: CartState')
    expect(text).toContain('version: 60')
  })
})
