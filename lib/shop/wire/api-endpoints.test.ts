import { expect, it } from 'vitest'
import * as z from 'zod'
import { accesses, endpoint } from '../../kit/wire/api-endpoint'
import { apiEndpoints } from './api-endpoints'

it.each(apiEndpoints)('$method $path says who may ask', ({ path, access, streamOf, params, absent }) => {
  expect(accesses).toContain(access)
  const isAboutOne = /\{(?:cartId|orderId|streamId)\}/.test(path) && !path.endsWith('/commands')
  expect(access === 'viewer').toBe(isAboutOne)
  if (!isAboutOne) return
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const asked = params?.parse(Object.fromEntries(names.map((name) => [name, name])))
  expect(streamOf?.(asked)).toEqual({
    type: path.startsWith('/api/carts') ? 'cart' : path.startsWith('/api/orders') ? 'order' : 'streamType',
    id: names.at(-1),
  })
  expect(absent).toBeDefined()
})

const described = {
  name: 'read',
  method: 'GET',
  path: '/api/x',
  summary: '',
  status: 200,
  answer: z.unknown(),
} as const

it.each([
  ['nobody', { ...described }],
  ['a person there is not', { ...described, access: 'friend' }],
  ['viewers of nothing', { ...described, access: 'viewer', absent: 'StreamNotFound' }],
  ['viewers of what is never told to be absent', { ...described, access: 'viewer', streamOf: () => null }],
  ['anybody who asks for a stream', { ...described, access: 'anyone', streamOf: () => null }],
])('is never made where it is open to %s', (_, wrong) => {
  expect(() => endpoint(wrong as never)).toThrow('GET /api/x')
})
