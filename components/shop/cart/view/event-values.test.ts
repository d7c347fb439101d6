import { expect, it } from 'vitest'
import { erased } from '@/lib/kit/kernel/erased'
import { cart } from '@/lib/shop/cart/cart'
import type { CartEvent, CartEventType } from '@/lib/shop/cart/events'
import { cartCreated, itemAdded } from '@/lib/testing/events'
import { eventForms } from './event-fields'
import { eventOf, usualValues, valuesOf } from './event-values'

const before = cart.fold(cart.initial('c'), [cartCreated(), itemAdded('mug', 3, 1_599)])
const shippingAddress = { street: 's', city: 'c', state: 's', zipCode: 'z', country: 'c' }
const totalAmount = { amount: 4_797, currency: 'USD' }
const yen = { amount: 1_500, currency: 'JPY' }

const events: CartEvent[] = [
  cartCreated(),
  itemAdded('mug', 2, 1_599),
  { type: 'ItemAdded', data: { productId: 'tea', productName: 'Tea', quantity: 1, unitPrice: yen } },
  { type: 'ItemRemoved', data: { productId: 'mug', quantity: 1, reason: 'r' } },
  { type: 'ItemQuantityChanged', data: { productId: 'mug', oldQuantity: 3, newQuantity: 5 } },
  {
    type: 'ItemRepriced',
    data: {
      productId: 'mug',
      oldPrice: { amount: 1_599, currency: 'USD' },
      newPrice: { amount: 1_750, currency: 'USD' },
    },
  },
  { type: 'CartRestored', data: { fromVersion: 2, toVersion: 1, reason: 'r' } },
  { type: 'CartCheckedOut', data: { payment: { method: 'card' }, totalAmount, shippingAddress } },
  { type: 'CartAbandoned', data: { reason: 'r' } },
]

it.each(events)('a form tells the event it was filled with: $type', (event) => {
  const values = eventForms[event.type].schema.parse(valuesOf(event))
  expect(eventOf(event.type, values, before)).toEqual(event)
  const names = eventForms[event.type].fields.map(({ name }) => name)
  expect(Object.keys(valuesOf(event)).sort()).toEqual(names.sort())
})

it('asks anew for an address that was erased', () => {
  const data = { payment: { method: 'card' }, totalAmount, shippingAddress: erased }
  const values = eventForms.CartCheckedOut.schema.parse(valuesOf({ type: 'CartCheckedOut', data }))
  expect(values).toEqual({ method: 'card', street: '', city: '', zipCode: '', state: '', country: '' })
})

it.each(Object.keys(eventForms) as CartEventType[])('a new form is fit to be sent: %s', (type) => {
  expect(eventForms[type].schema.safeParse(usualValues(type, before)).success).toBe(true)
})

it('says what is no number, and leaves it to the rules what is none too many', () => {
  const { schema } = eventForms.ItemRemoved
  expect(schema.safeParse({ productId: 'mug', quantity: 'two', reason: '' }).success).toBe(false)
  expect(schema.safeParse({ productId: 'mug', quantity: '0', reason: '' }).success).toBe(true)
})
