import { describe, expect, it } from 'vitest'
import { given } from '../../kit/testing/given'
import type { ProductListed, ProductListing } from './events'
import { product } from './product'

const lamp: ProductListing = {
  name: 'Lamp',
  description: '',
  category: 'Home',
  unitPrice: { amount: 1_599, currency: 'USD' },
  hasPicture: true,
}
const listed = (listing: ProductListing): ProductListed => ({ type: 'ProductListed', data: listing })
const list = (over: Partial<ProductListing> = {}) => ({
  type: 'ListProduct' as const,
  listing: { ...lamp, ...over },
})

describe('listing a product', () => {
  it('puts it into the catalogue', () => {
    given(product).when(list()).then(listed(lamp))
  })

  it('does nothing where it is listed so already', () => {
    given(product, listed(lamp))
      .when(list({ unitPrice: { ...lamp.unitPrice } }))
      .thenNothing()
  })

  it.each([
    { name: 'Lantern' },
    { description: 'Gives light' },
    { category: 'Garden' },
    { hasPicture: false },
    { unitPrice: { amount: 1_600, currency: 'USD' } },
    { unitPrice: { amount: 1_599, currency: 'EUR' } },
  ])('lists it anew with %j', (over) => {
    given(product, listed(lamp))
      .when(list(over))
      .then(listed({ ...lamp, ...over }))
  })

  it('needs a name, and a price that is none below zero', () => {
    given(product)
      .when(list({ name: ' ' }))
      .thenRejected({ type: 'NameMissing' })
    given(product)
      .when(list({ unitPrice: { amount: -1, currency: 'USD' } }))
      .thenRejected({ type: 'PriceNegative', amount: -1 })
    given(product)
      .when(list({ unitPrice: { amount: 0, currency: 'USD' } }))
      .then(listed({ ...lamp, unitPrice: { amount: 0, currency: 'USD' } }))
  })
})

it('is as it was listed last', () => {
  const dearer = { ...lamp, unitPrice: { amount: 2_000, currency: 'USD' } }
  const state = product.fold(product.initial('lamp'), [listed(lamp), listed(dearer)])
  expect(state).toEqual({ id: 'lamp', listing: dearer, version: 2 })
})
