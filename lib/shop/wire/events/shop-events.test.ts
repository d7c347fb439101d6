import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredShape } from '../../../kit/events/recorded-event'
import { standing } from '../../../kit/testing/event-builders'
import { storedSchema } from '../../../kit/testing/event-shapes'
import { valuesOf } from '../../../kit/testing/json-schema-values'
import { registryLaws } from '../../../kit/testing/registry.laws'
import { cart } from '../../cart/cart'
import type { CartEvent } from '../../cart/events'
import { cartEventTypes } from '../../cart/wire/cart-event-types'
import { shopEvents } from './shop-events'

const { currentVersionOf, storedTypesOf, upcast } = shopEvents

registryLaws('The shop’s', shopEvents)

describe('the events of the shop', () => {
  it('are written with these versions', () => {
    expect(currentVersionOf('CartCreated')).toBe(1)
    expect(currentVersionOf('CartCheckedOut')).toBe(2)
    expect(() => currentVersionOf('CustomerRegistered')).toThrow(/CustomerRegistered/)
  })

  it('stand in the log under these types', () => {
    expect(storedTypesOf('ItemAdded')).toEqual(['ItemAdded'])
    expect(storedTypesOf('CustomerImported')).toEqual(['CustomerImported', 'CustomerRegistered'])
  })
})

const totalAmount = { amount: 1599, currency: 'USD' }
const shippingAddress = { street: 's', city: 'c', state: 's', zipCode: 'z', country: 'c' }

describe('old events of the shop', () => {
  it('a checkout of the first version reads with its payment', () => {
    const stored = {
      type: 'CartCheckedOut',
      schemaVersion: 1,
      data: { paymentMethod: 'card', totalAmount, shippingAddress },
    }
    expect(upcast(standing(stored))).toMatchObject({
      schemaVersion: 2,
      data: { payment: { method: 'card' }, totalAmount, shippingAddress },
      stored,
    })
  })

  it('a registered customer reads as an imported one', () => {
    const data = { source: 'sales.csv', customerNumber: '17850', country: 'France' }
    expect(upcast(standing({ type: 'CustomerRegistered', schemaVersion: 1, data }))).toMatchObject({
      type: 'CustomerImported',
      schemaVersion: 1,
      data,
      stored: { type: 'CustomerRegistered', schemaVersion: 1, data },
    })
  })

  it('a product that says nothing of a picture has none', () => {
    const listed = (data: object) => upcast(standing({ type: 'ProductListed', schemaVersion: 1, data }))
    expect(listed({ name: 'Lamp' })).toMatchObject({
      data: { name: 'Lamp', hasPicture: false },
      stored: { data: { name: 'Lamp' } },
    })
    expect(listed({ name: 'Lamp', hasPicture: true })).not.toHaveProperty('stored')
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

it('a cart of old events is the cart of what would be written today', () => {
  fc.assert(
    fc.property(fc.array(currentCartEvent, { maxLength: 30 }), (today) => {
      const read = today.map((event) => upcast(standing(asFirstWritten(event))) as unknown as CartEvent)
      expect(read.map(({ type, data }) => ({ type, data }))).toEqual(today)
      expect(cart.fold(cart.initial('c'), read)).toEqual(cart.fold(cart.initial('c'), today))
    }),
  )
})
