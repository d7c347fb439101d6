import { expect, test } from 'vitest'
import { streamPage } from './stream-page'

test('carts have a page of theirs, all other streams one that shows any', () => {
  expect(streamPage({ type: 'cart', id: 'a b' })).toBe('/carts/a%20b')
  expect(streamPage({ type: 'product', id: 'a/b' })).toBe('/streams/product/a%2Fb')
})
