import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextPath } from './next-path'

test('a path of this site is kept as it is', () => {
  expect(nextPath('/carts?status=active#top')).toBe('/carts?status=active#top')
  expect(nextPath('/carts/c-1?v=3&e=2')).toBe('/carts/c-1?v=3&e=2')
})

test.each([
  undefined,
  '',
  'carts',
  'https://evil.example/',
  'javascript:alert(1)',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n//evil.example',
  '/.//evil.example',
  '/./\\evil.example',
  '/.\\/evil.example',
  '/..//evil.example',
  '/../\\evil.example',
  '/a/..//evil.example',
  '/a/../..//evil.example',
  '/%2e//evil.example',
  '/%2e%2e//evil.example',
  '/.%2e//evil.example',
  '/a/%2e%2e//evil.example',
  '/.//\t/evil.example',
  '/.///evil.example',
])('%j leads elsewhere', (next) => expect(nextPath(next)).toBeUndefined())

test('whatever it answers, a browser stays on this site', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2e',
    '\t',
    '\n',
    '@',
    ':',
    '?',
    '#',
    'evil.example',
    'a',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const next = nextPath(`/${pieces.join('')}`)
      if (next !== undefined)
        expect(new URL(next, 'https://shop.example').origin).toBe('https://shop.example')
    }),
    { numRuns: 2_000 },
  )
})
