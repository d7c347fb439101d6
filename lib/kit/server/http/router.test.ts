import { expect, it } from 'vitest'
import * as z from 'zod'
import { endpoint } from '../../wire/api-endpoint'
import { createRouter } from './router'

const serving = (method: 'GET' | 'POST', path: `/api/${string}`) => ({
  endpoint: endpoint({
    name: `${method} ${path}`,
    method,
    path,
    summary: '',
    access: 'anyone',
    status: 200,
    answer: z.unknown(),
  }),
})

const find = createRouter([
  serving('GET', '/api/notes'),
  serving('POST', '/api/notes'),
  serving('GET', '/api/notes/{noteId}'),
  serving('GET', '/api/notes/export'),
  serving('POST', '/api/notes/{noteId}/lines/{line}'),
])

it.each([
  ['GET', '/api/notes', 'GET /api/notes', {}],
  ['HEAD', '/api/notes', 'GET /api/notes', {}],
  ['POST', '/api/notes', 'POST /api/notes', {}],
  ['GET', '/api/notes/export', 'GET /api/notes/export', {}],
  ['GET', '/api/notes/exports', 'GET /api/notes/{noteId}', { noteId: 'exports' }],
  ['POST', '/api/notes/a/lines/1', 'POST /api/notes/{noteId}/lines/{line}', { noteId: 'a', line: '1' }],
])('%s %s is %s', (method, path, name, params) => {
  const found = find(method, path)
  if (found.type !== 'found') throw new Error(found.type)
  expect([found.operation.endpoint.name, found.params]).toEqual([name, params])
})

it('answers OPTIONS by what a path has, and other methods by a refusal that says so', () => {
  expect(find('OPTIONS', '/api/notes/a/lines/1')).toEqual({ type: 'options', allow: 'POST, OPTIONS' })
  expect(find('OPTIONS', '/api/notes/a')).toEqual({ type: 'options', allow: 'GET, HEAD, OPTIONS' })
  expect(find('HEAD', '/api/notes/a/lines/1')).toMatchObject({
    status: 405,
    headers: { allow: 'POST, OPTIONS' },
  })
})

it.each(['/api', '/api/nothing', '/api/notes/', '/api/notes/a/', '/api/NOTES', '/api/notes/a/lines', ''])(
  'has nothing at %s',
  (path) => {
    expect(find('GET', path)).toMatchObject({ type: 'refused', status: 404, code: 'NotFound' })
  },
)

it('has what is percent-encoded as what it stands for, however long', () => {
  expect(find('GET', '/api/notes/a%2Fb%3Fc')).toMatchObject({ params: { noteId: 'a/b?c' } })
  expect(find('GET', `/api/notes/${'a'.repeat(9_000)}`)).toMatchObject({
    params: { noteId: 'a'.repeat(9_000) },
  })
})

it('refuses to be made where two do the same', () => {
  const twice = [serving('GET', '/api/notes'), serving('GET', '/api/notes')]
  expect(() => createRouter(twice)).toThrow('GET /api/notes is served twice')
})
