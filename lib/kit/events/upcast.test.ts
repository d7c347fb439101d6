import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { cart } from '../../shop/cart/cart'
import type { CartEvent } from '../../shop/cart/events'
import { cartEventTypes } from '../../shop/cart/wire/cart-event-types'
import { shopEvents } from '../../shop/wire/events/shop-events'
import { storedSchema } from '../../testing/event-shapes'
import { itemAdded, recorded, standing } from '../../testing/events'
import { valuesOf } from '../../testing/json-schema-values'
import type { EventType, RetiredEventType } from './event-type'
import type { RecordedEvent, StoredShape } from './recorded-event'
import { UnreadableEvent } from './unreadable-event'
import { createUpcast } from './upcast'

const { eventTypes, upcast } = shopEvents

const totalAmount = { amount: 1599, currency: 'USD' }
const shippingAddress = { street: 's', city: 'c', state: 's', zipCode: 'z', country: 'c' }
const checkedOutV1: StoredShape = {
  type: 'CartCheckedOut',
  schemaVersion: 1,
  data: { paymentMethod: 'card', totalAmount, shippingAddress },
}

describe('upcast', () => {
  it('gives back the very event that has its current shape', () => {
    const [event] = recorded([itemAdded()]) as [RecordedEvent]
    expect(upcast(event)).toBe(event)
  })

  it('makes an old version the current one, and keeps what was stored', () => {
    const event = standing(checkedOutV1)
    expect(upcast(event)).toEqual({
      ...event,
      schemaVersion: 2,
      data: { payment: { method: 'card' }, totalAmount, shippingAddress },
      stored: checkedOutV1,
    })
    expect(event.data).toBe(checkedOutV1.data)
  })

  it('reads a retired type as the one that replaced it', () => {
    const data = { source: 'sales.csv', customerNumber: '17850', country: 'France' }
    const event = standing({ type: 'CustomerRegistered', schemaVersion: 1, data }, 'customer')
    expect(upcast(event)).toMatchObject({
      type: 'CustomerImported',
      schemaVersion: 1,
      data,
      stored: { type: 'CustomerRegistered', schemaVersion: 1, data },
    })
  })

  it('fills in what may be absent, and leaves what is there', () => {
    const listed = (data: object) =>
      upcast(standing({ type: 'ProductListed', schemaVersion: 1, data }, 'product'))
    expect(listed({ name: 'Lamp' })).toMatchObject({
      data: { name: 'Lamp', hasPicture: false },
      stored: { data: { name: 'Lamp' } },
    })
    expect(listed({ name: 'Lamp', hasPicture: true })).toMatchObject({ data: { hasPicture: true } })
    expect(listed({ name: 'Lamp', hasPicture: true })).not.toHaveProperty('stored')
  })

  it('goes through every version, of a type and of what it became', () => {
    const data = z.looseObject({})
    const step = (name: string) => (before: { steps: string }) => ({ steps: `${before.steps} ${name}` })
    const types = new Map<string, EventType>([
      ['New', { streamType: 's', schemaVersion: 3, data, upcasters: { 1: step('New1'), 2: step('New2') } }],
    ])
    const becomes = { type: 'New', schemaVersion: 1, data: step('Old2') }
    const retired = new Map<string, RetiredEventType>([
      ['Old', { streamType: 's', schemaVersion: 2, upcasters: { 1: step('Old1') }, becomes }],
    ])
    const read = createUpcast(
      types,
      retired,
    )(standing({ type: 'Old', schemaVersion: 1, data: { steps: 'from' } as object }))
    expect(read).toMatchObject({
      type: 'New',
      schemaVersion: 3,
      data: { steps: 'from Old1 Old2 New1 New2' },
    })
  })
})

describe('an event that cannot be read', () => {
  it.each([
    ['UnknownType', { type: 'CartMelted', schemaVersion: 1 }],
    ['UnknownType', { type: 'toString', schemaVersion: 1 }],
    ['NewerSchemaVersion', { type: 'ItemAdded', schemaVersion: 2 }],
    ['NewerSchemaVersion', { type: 'CustomerRegistered', schemaVersion: 2 }],
  ])('is a %s: %o', (reason, { type, schemaVersion }) => {
    const event = standing({ type, schemaVersion, data: {} }, 'cart', 41)
    const read = () => upcast(event)
    expect(read).toThrow(UnreadableEvent)
    expect(read).toThrow(
      expect.objectContaining({
        reason,
        eventId: event.eventId,
        position: 41,
        streamType: 'cart',
        streamId: 'cart-1',
        version: 1,
        type,
        schemaVersion,
      }),
    )
    expect(read).toThrow(`Event ${event.eventId} (${type} v${schemaVersion}) at position 41`)
  })
})

const currentCartEvent = fc.oneof(
  ...Object.entries(cartEventTypes).map(([type, known]) =>
    valuesOf(storedSchema(known)).map((data) => ({ type, data }) as CartEvent),
  ),
)

/** The same fact as the first version of the shop wrote it. */
const asFirstWritten = (event: CartEvent): StoredShape => {
  if (event.type !== 'CartCheckedOut') return { ...event, schemaVersion: 1 }
  const { payment, ...rest } = event.data
  return { type: event.type, schemaVersion: 1, data: { paymentMethod: payment.method, ...rest } }
}

describe('laws of upcasting', () => {
  it.each([...eventTypes])(
    '%s in its current shape stays the same object',
    (type, { schemaVersion, data }) => {
      fc.assert(
        fc.property(valuesOf(storedSchema({ data })), (value) => {
          const event = standing({ type, schemaVersion, data: value as object })
          expect(upcast(event)).toBe(event)
        }),
      )
    },
  )

  it('upcast, then fold, is the fold of what would be written today', () => {
    fc.assert(
      fc.property(fc.array(currentCartEvent, { maxLength: 30 }), (today) => {
        const read = today.map((event) => upcast(standing(asFirstWritten(event))) as unknown as CartEvent)
        expect(read.map(({ type, data }) => ({ type, data }))).toEqual(today)
        expect(cart.fold(cart.initial('c'), read)).toEqual(cart.fold(cart.initial('c'), today))
      }),
    )
  })

  it('an upcast event is not upcast again', () => {
    const once = upcast(standing(checkedOutV1))
    expect(upcast(once)).toBe(once)
  })
})
