import { expect, test } from 'vitest'
import { cartsHref, parseCartsSearch } from './cart-search'

test('reads what it knows and leaves out what makes no sense', () => {
  expect(parseCartsSearch({ q: ' 0193 ', status: 'active', before: '12' })).toEqual({
    q: '0193',
    status: 'active',
    before: 12,
  })
  expect(parseCartsSearch({ q: '', status: 'lost', before: '-1' })).toEqual({})
  expect(parseCartsSearch({ q: ['a', 'b'], before: '1e400' })).toEqual({})
})

test('what Postgres could not take is never asked for', () => {
  expect(parseCartsSearch({ q: 'a\u0000b' })).toEqual({})
  expect(parseCartsSearch({ q: 'a'.repeat(5_000) })).toEqual({ q: 'a'.repeat(1_000) })
})

test('a search survives the way through an address', () => {
  const search = { q: 'a&b', status: 'checkedOut', before: 7 } as const
  const address = new URL(cartsHref(search), 'http://shop')
  expect(parseCartsSearch(Object.fromEntries(address.searchParams))).toEqual(search)
  expect(cartsHref({})).toBe('/carts')
})
