import { expect, it } from 'vitest'
import { asOffered } from './as-offered'
import { add, less } from './cart-entry-samples'

const mug = { name: 'Mug', unitPrice: { amount: 500, currency: 'USD' } }
const dearer = { name: 'Mug', unitPrice: { amount: 700, currency: 'USD' } }

it('an add names the price of the offer that is known, whatever the page showed', () => {
  expect(asOffered(add(2), new Map([['mug', dearer]]), mug)).toEqual({
    request: { ...add(2), unitPrice: dearer.unitPrice },
    product: dearer,
  })
})

it('an add names the price that was shown where no offer is known', () => {
  const { request, product } = asOffered(add(), new Map(), mug)
  expect(request).toEqual({ ...add(), unitPrice: mug.unitPrice })
  expect(product).toEqual(mug)
})

it('what names no price stays as it is', () => {
  expect(asOffered(add(), new Map(), undefined)).toEqual({ request: add() })
  expect(asOffered(less(), new Map([['mug', mug]]), mug)).toEqual({ request: less() })
})
