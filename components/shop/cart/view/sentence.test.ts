import { expect, test } from 'vitest'
import type { CartEvent, ItemAdded } from '@/lib/shop/cart/events'
import { initialCart } from '@/lib/shop/cart/state'
import { namesOf } from './product-names'
import { sentence } from './sentence'

const added: ItemAdded = {
  type: 'ItemAdded',
  data: {
    productId: 'headphones',
    productName: 'Wireless Headphones',
    quantity: 2,
    unitPrice: { amount: 9999, currency: 'USD' },
  },
}
const address = { street: '1 Main St', city: 'Springfield', state: 'IL', zipCode: '62701', country: 'USA' }

const empty = initialCart('cart-1')

test.each<[CartEvent, string]>([
  [{ type: 'CartCreated', data: { customerId: 'c' } }, 'Cart created'],
  [added, '2 x Wireless Headphones added'],
  [
    { type: 'ItemRemoved', data: { productId: 'headphones', quantity: 1, reason: 'too dear' } },
    '1 x Wireless Headphones removed',
  ],
  [
    { type: 'ItemQuantityChanged', data: { productId: 'headphones', oldQuantity: 2, newQuantity: 5 } },
    'From 2 to 5 x Wireless Headphones',
  ],
  [{ type: 'CartRestored', data: { fromVersion: 7, toVersion: 5 } }, 'Cart restored to version 5'],
  [
    {
      type: 'ItemRepriced',
      data: {
        productId: 'headphones',
        oldPrice: { amount: 9999, currency: 'USD' },
        newPrice: { amount: 12999, currency: 'USD' },
      },
    },
    'Wireless Headphones: price from $99.99 to $129.99',
  ],
  [
    { type: 'CartRestored', data: { fromVersion: 7, toVersion: 5, reason: 'they called' } },
    'Cart restored to version 5: they called',
  ],
  [
    { type: 'CartRestored', data: { fromVersion: 7, toVersion: 5, step: 'undo', reason: 'undo' } },
    'Undone: the cart is as at version 5',
  ],
  [
    {
      type: 'CartRestored',
      data: {
        fromVersion: 7,
        toVersion: 5,
        step: 'redo',
        leftOut: [{ productId: 'chair', productName: 'Oak Chair', quantity: 2 }],
      },
    },
    'Redone: the cart is as at version 5, without 2 x Oak Chair, which can’t be had any more',
  ],
  [
    {
      type: 'CartCheckedOut',
      data: {
        payment: { method: 'card' },
        totalAmount: { amount: 11598, currency: 'USD' },
        shippingAddress: address,
      },
    },
    'Checked out for $115.98',
  ],
  [{ type: 'CartAbandoned', data: { reason: 'found it cheaper' } }, 'Abandoned: found it cheaper'],
])('tells %o as "%s"', (event, told) => {
  expect(sentence(event, namesOf(empty, [added]))).toBe(told)
})

test('a product the log never named is told by its id', () => {
  const removed: CartEvent = { type: 'ItemRemoved', data: { productId: 'mug', quantity: 1 } }
  expect(sentence(removed, namesOf(empty, []))).toBe('1 x mug removed')
})

test('a product keeps the name it was first added under', () => {
  const renamed: ItemAdded = { type: 'ItemAdded', data: { ...added.data, productName: 'Headphones II' } }
  expect(namesOf(empty, [added, renamed]).get('headphones')).toBe('Wireless Headphones')
})
