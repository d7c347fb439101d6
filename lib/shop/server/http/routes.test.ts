import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { answer } from '../../../kit/server/http/operation'
import { createRoutes, noRoutes } from '../../../kit/server/http/routes'
import { notReadyFor } from '../../../kit/server/outage/readiness'
import { endpoint } from '../../../kit/wire/api-endpoint'
import { wholeNumber } from '../../../kit/wire/api-fields'
import { fakeContext } from '../../testing/fake-context'
import type { ServerContext } from '../shared-context'
import { on } from './routes'

const common = { path: '/api/things', summary: '', status: 200, answer: z.unknown() } as const
const read = endpoint({
  ...common,
  name: 'read',
  method: 'GET',
  access: 'anyone',
  query: z.object({ version: wholeNumber(0, 9).optional() }),
})
const write = endpoint({
  ...common,
  name: 'write',
  method: 'POST',
  access: 'identified',
  body: z.object({ name: z.string(), size: z.object({ width: z.number() }) }),
})

const serve = (over: Partial<ServerContext> = {}) =>
  createRoutes(() => fakeContext(over))(
    on(read, async ({ query }) => answer(query)),
    on(write, async ({ body, identity }) => answer({ ...body, by: identity.userId })),
  )
const route = { params: Promise.resolve({}) }
const url = 'http://shop.test/api/things'

const get = (search: string) => serve().GET(new Request(`${url}${search}`), route)
const post = (
  body: BodyInit | null,
  headers: Record<string, string> = {},
  over: Partial<ServerContext> = {},
) =>
  serve(over).POST(
    new Request(url, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', authorization: 'Bearer shopper', ...headers },
    }),
    route,
  )
const good = JSON.stringify({ name: 'a', size: { width: 1 } })

const expectProblem = async (response: Response, status: number, code: string, data: object = {}) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.json()).toMatchObject({ type: `/problems/${code}`, status, code, ...data })
  expect(response.status).toBe(status)
}

describe('what is understood', () => {
  it('reaches the handler, parsed', async () => {
    expect(await (await get('?version=4')).json()).toEqual({ version: 4 })
    expect(await (await post(good)).json()).toEqual({ name: 'a', size: { width: 1 }, by: 'shopper' })
  })

  it('takes a blank query field as left out', async () => {
    expect(await (await get('?version=')).json()).toEqual({})
  })
})

describe('what is malformed', () => {
  it.each(['1e0', '-1', '0x1', '10', '99999999999999999999', 'a'])(
    'names a bad query field: %s',
    async (value) => {
      await expectProblem(await get(`?version=${value}`), 400, 'Malformed', {
        errors: [{ field: 'version', message: expect.any(String) }],
      })
    },
  )

  it('refuses a query field given twice', async () => {
    await expectProblem(await get('?version=1&version=2'), 400, 'Malformed', {
      errors: [{ field: 'version', message: 'must be given once' }],
    })
  })

  it('names every bad field of the body by its path', async () => {
    await expectProblem(await post('{"size":{}}'), 400, 'Malformed', {
      errors: [
        { field: 'name', message: 'is required' },
        { field: 'size.width', message: 'is required' },
      ],
    })
  })

  it.each(['', '[]', 'null', '{', '"x"', '1e400', '{"__proto__":{"name":"a"}}'])(
    'refuses %s',
    async (body) => {
      await expectProblem(await post(body), 400, 'Malformed')
    },
  )
})

describe('who may ask', () => {
  it('asks for an identity', async () => {
    const response = await post(good, { authorization: 'Bearer nobody' })
    expect(response.headers.get('www-authenticate')).toBe('Bearer')
    await expectProblem(response, 401, 'Unauthenticated')
  })

  it("refuses another site's page, unless a key was sent", async () => {
    const elsewhere = { origin: 'https://evil.test', host: 'shop.test' }
    const withCookie = { authorization: '', cookie: 'shopper' }
    await expectProblem(await post(good, { ...withCookie, ...elsewhere }), 403, 'CrossSite')
    expect((await post(good, elsewhere)).status).toBe(200)
    expect((await post(good, withCookie)).status).toBe(200)
  })
})

describe('methods', () => {
  it('answers 405 and what is allowed for those it does not have', async () => {
    const response = await serve().DELETE(new Request(url, { method: 'DELETE' }), route)
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS')
    await expectProblem(response, 405, 'MethodNotAllowed')
  })

  it('serves HEAD where GET is, and OPTIONS everywhere', async () => {
    expect((await serve().HEAD(new Request(url, { method: 'HEAD' }), route)).status).toBe(200)
    expect((await serve().OPTIONS(new Request(url, { method: 'OPTIONS' }), route)).status).toBe(204)
  })

  it('answers 404 where nothing is', async () => {
    await expectProblem(await noRoutes.PUT(new Request(url, { method: 'PUT' }), route), 404, 'NotFound')
  })
})

describe('when something breaks', () => {
  const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })

  it('tells an outage by its cause', async () => {
    const identify = () => Promise.reject(new Error('query failed', { cause: refused }))
    const response = await post(good, {}, { identify })
    expect(response.headers.get('retry-after')).toBe('1')
    await expectProblem(response, 503, 'Unavailable')
  })

  it('asks the database where the cause was swallowed, also before it says that a key is wrong', async () => {
    const readiness = {
      check: async () => notReadyFor('NoAnswer'),
      canRead: async () => false,
      leave: () => undefined,
    }
    const swallowed = () => Promise.reject(new Error('failed to get session'))
    await expectProblem(await post(good, {}, { readiness, identify: swallowed }), 503, 'Unavailable')
    await expectProblem(
      await post(good, {}, { readiness, identify: async () => undefined }),
      503,
      'Unavailable',
    )
  })

  it('owns up to a mistake of its own', async () => {
    const identify = () => Promise.reject(new TypeError('oops'))
    await expectProblem(await post(good, {}, { identify }), 500, 'Unexpected')
  })
})
