import { expect, it } from 'vitest'
import { erased } from '../../../../kit/kernel/erased'
import { cartCreated, checkedOut } from '../../../../testing/events'
import type { CartEvent } from '../../../cart/events'
import { compareInvoice } from './compare'
import type { SaleLine } from './line'

const line = { productId: 'mug', description: 'Mug' } as SaleLine

const cartTo = (shippingAddress: ReturnType<typeof checkedOut>['data']['shippingAddress']) => {
  const unitPrice = { amount: 295, currency: 'GBP' }
  const added = { productId: 'mug', productName: 'Mug', quantity: 1, unitPrice }
  const events: CartEvent[] = [
    cartCreated(),
    { type: 'ItemAdded', data: added },
    { type: 'CartCheckedOut', data: { ...checkedOut().data, shippingAddress } },
  ]
  return events.map((event) => ({ ...event, occurredAt: '2010-12-01T08:26:00.000Z' }))
}

const inCountry = (country: string) => cartTo({ street: 's', city: 'c', state: 's', zipCode: 'z', country })

it('holds countries against each other, unless one was erased', () => {
  const ours = inCountry('France')
  const differs = (theirs: ReturnType<typeof cartTo>) =>
    compareInvoice([line], ours, theirs).lines[0]?.differs
  expect(differs(inCountry('France'))).toEqual([])
  expect(differs(inCountry('Norway'))).toEqual(['country'])
  expect(differs(cartTo(erased))).toEqual([])
})
