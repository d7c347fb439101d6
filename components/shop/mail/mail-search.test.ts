import { expect, it } from 'vitest'
import { mailsHref, parseMailSearch } from './mail-search'

it.each([
  ['/outbox', {}],
  ['/outbox?to=ada%40example.com', { to: 'ada@example.com' }],
  [
    '/outbox?to=ada%40example.com&show=refused&before=12',
    { to: 'ada@example.com', show: 'refused', before: 12 },
  ],
] as const)('%s is an address of a list', (href, search) => {
  expect(mailsHref(search)).toBe(href)
  const params = Object.fromEntries(new URL(href, 'http://localhost').searchParams)
  expect(parseMailSearch(params)).toMatchObject({ show: 'all', to: '', ...search })
})

it('takes what is no list for all', () => {
  expect(parseMailSearch({ to: ['a', 'b'], show: 'none', before: '-1' })).toEqual({
    to: '',
    show: 'all',
    before: undefined,
  })
})
