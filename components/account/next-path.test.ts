import { expect, test } from 'vitest'
import { nextPath } from './next-path'

test('a path of this site is kept as it is', () => {
  expect(nextPath('/carts?status=active#top')).toBe('/carts?status=active#top')
})

test.each([
  undefined,
  '',
  'carts',
  'https://evil.example/',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
])('%o leads elsewhere', (next) => expect(nextPath(next)).toBeUndefined())
