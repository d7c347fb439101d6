import { describe, expect, it } from 'vitest'
import { given } from '../../kit/testing/given'
import type { ProductCommand } from './commands'
import type { ProductEvent, ProductListed, ProductListing } from './events'
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

const withdrawn: ProductEvent = { type: 'ProductWithdrawn', data: { reason: 'Out of fashion' } }
const back: ProductEvent = { type: 'ProductBroughtBack', data: {} }
const priced = (from: number, to: number): ProductEvent => ({
  type: 'ProductPriced',
  data: { oldPrice: { amount: from, currency: 'USD' }, newPrice: { amount: to, currency: 'USD' } },
})
const told = { name: 'Lantern', description: 'Gives light', category: 'Garden', group: 'lights' }

describe('a product that is listed', () => {
  const given1 = given(product, listed(lamp))

  it('is told in other words, as a whole', () => {
    given1.when({ type: 'DescribeProduct', ...told }).then({ type: 'ProductDescribed', data: told })
    const { name, description, category } = lamp
    given1.when({ type: 'DescribeProduct', name, description, category }).thenNothing()
    given1.when({ type: 'DescribeProduct', ...told, name: ' ' }).thenRejected({ type: 'NameMissing' })
    const state = product.fold(product.initial('lamp'), [
      listed({ ...lamp, group: 'lamps' }),
      { type: 'ProductDescribed', data: { name: 'Lantern', description: '', category: 'Home' } },
    ])
    expect(state.listing).toEqual({ ...lamp, name: 'Lantern' })
  })

  it('is priced anew', () => {
    given1.when({ type: 'PriceProduct', unitPrice: { amount: 0, currency: 'USD' } }).then(priced(1_599, 0))
    given1.when({ type: 'PriceProduct', unitPrice: { ...lamp.unitPrice } }).thenNothing()
    given1
      .when({ type: 'PriceProduct', unitPrice: { amount: -1, currency: 'USD' } })
      .thenRejected({ type: 'PriceNegative', amount: -1 })
  })

  it('is withdrawn once, and brought back as it was told and priced last', () => {
    given1.when({ type: 'WithdrawProduct', reason: 'Out of fashion' }).then(withdrawn)
    given1.when({ type: 'WithdrawProduct' }).then({ type: 'ProductWithdrawn', data: {} })
    given1.when({ type: 'BringBackProduct' }).thenNothing()
    const gone = given(product, listed(lamp), withdrawn, priced(1_599, 900))
    gone.when({ type: 'WithdrawProduct' }).thenNothing()
    gone.when({ type: 'BringBackProduct' }).then(back)
    const history = [listed(lamp), withdrawn, priced(1_599, 900)]
    const states = [...history, back].map((_, nth) =>
      product.fold(product.initial('lamp'), [...history, back].slice(0, nth + 1)),
    )
    expect(states.map(({ isWithdrawn = false }) => isWithdrawn)).toEqual([false, true, true, false])
    expect(states.at(-1)?.listing?.unitPrice.amount).toBe(900)
  })

  it('is sold again where it is listed anew', () => {
    given(product, listed(lamp), withdrawn).when(list()).then(listed(lamp))
    const state = product.fold(product.initial('lamp'), [listed(lamp), withdrawn, listed(lamp)])
    expect(state).toEqual({ id: 'lamp', listing: lamp, version: 3 })
  })
})

it.each<ProductCommand>([
  { type: 'DescribeProduct', ...told },
  { type: 'PriceProduct', unitPrice: lamp.unitPrice },
  { type: 'WithdrawProduct' },
  { type: 'BringBackProduct' },
])('nobody can $type what was never listed', (command) => {
  given(product).when(command).thenRejected({ type: 'ProductNotListed', productId: 'stream-1' })
})
