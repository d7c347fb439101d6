import { beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createApi } from '../../../kit/server/http/api'
import { answer } from '../../../kit/server/http/operation'
import { notReadyFor } from '../../../kit/server/outage/readiness'
import { endpoint } from '../../../kit/wire/api-endpoint'
import { wholeNumber } from '../../../kit/wire/api-fields'
import { fakeContext } from '../../testing/fake-context'
import { serveForTests } from '../../testing/test-api'
import type { ServerContext } from '../shared-context'
import { on } from './on'

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
const readOne = endpoint({
  ...common,
  name: 'readOne',
  method: 'GET',
  path: '/api/things/{thingId}',
  access: 'anyone',
  params: z.object({ thingId: z.string().min(1).max(200) }),
})

const things = serveForTests()
const serve = (over: Partial<ServerContext> = {}) =>
  things.answer(
    createApi(fakeContext(over), [
      on(read, async ({ query }) => answer(query)),
      on(write, async ({ body, identity }) => answer({ ...body, by: identity.userId })),
      on(readOne, async ({ params }) => answer(params)),
    ]),
  )
beforeEach(() => serve())

const url = '/api/things'
const get = (search: string) => things.ask(`${url}${search}`)
const post = (
  body: string,
  headers: Record<string, string> = {},
  over: Partial<ServerContext> = {},
): Promise<Response> => {
  serve(over)
  return things.ask(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', authorization: 'Bearer shopper', ...headers },
  })
}
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

  it('refuses a query field that is not known, be it a question mark', async () => {
    await expectProblem(await get('??'), 400, 'Malformed', {
      errors: [{ field: '?', message: 'is not known: this takes version' }],
    })
  })

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

describe('a body that is too large', () => {
  const large = JSON.stringify({ name: 'a'.repeat(200_000), size: { width: 1 } })

  it.each([
    ['its length says so', {}],
    ['it is found out', { 'transfer-encoding': 'chunked' }],
  ])('is refused when %s, and the connection goes on', async (_, headers) => {
    for (let nth = 0; nth < 5; nth++) {
      await expectProblem(await post(large, headers), 413, 'TooLarge', { maxBytes: 65_536 })
      expect((await post(good)).status).toBe(200)
    }
  })
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
    const response = await things.ask(url, { method: 'DELETE' })
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST, OPTIONS')
    await expectProblem(response, 405, 'MethodNotAllowed')
  })

  it('serves HEAD where GET is, and OPTIONS everywhere', async () => {
    const head = await things.ask(url, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '2', ''])
    const options = await things.ask(url, { method: 'OPTIONS' })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, OPTIONS'])
  })

  it.each(['GET', 'PUT', 'OPTIONS'])('answers 404 to %s where nothing is', async (method) => {
    await expectProblem(await things.ask('/api/nothing', { method }), 404, 'NotFound')
  })
})

describe('an address', () => {
  it.each([
    ['/api/things/a', 'a'],
    ['/api/things/a/', 'a'],
    ['/api/things/a//', 'a'],
    ['/api/things/a%2Fb', 'a/b'],
    ['/api/things/a%20b', 'a b'],
    ['/api/things/%C3%BC', 'ü'],
    ['/api/things/a%252Fb', 'a%2Fb'],
    ['/api/things/..', '..'],
    ['/api/things/%2e%2e', '..'],
    ['/api/things/a;b', 'a;b'],
    ['/api/things/a:b', 'a:b'],
    ['/api/things/{thingId}', '{thingId}'],
    ['/api/things/__proto__', '__proto__'],
    [`/api/things/${'x'.repeat(200)}`, 'x'.repeat(200)],
    ['/api/th%69ngs/a', 'a'],
    ['/api/things/a#b', 'a'],
    ['http://shop.test/api/things/a', 'a'],
  ])('is taken to the letter: %s', async (path, thingId) => {
    expect(await (await things.ask(path)).json()).toEqual({ thingId })
  })

  it.each([
    '/api',
    '/api/',
    '/api//things',
    '/api/things//a',
    '/api/things/a/b',
    '/api/things/a/../b',
    '/api/../api/things',
    '/api/./things',
    '/api/Things',
    '/api/things\\a',
  ])('is nothing of the API: %s', async (path) => {
    await expectProblem(await things.ask(path), 404, 'NotFound')
  })

  it.each(['/api/things/%', '/api/things/%E0%A4%A', '/api/things/%00'])(
    'is none at all: %s',
    async (path) => {
      await expectProblem(await things.ask(path), 400, 'Malformed')
    },
  )

  it('that is longer than anything is may be refused as one that is not understood', async () => {
    await expectProblem(await things.ask(`/api/things/${'x'.repeat(12_000)}`), 400, 'Malformed')
  })
})

describe('what Next would take for its own', () => {
  it.each(['_rsc=abc', 'version=1&_rsc=', '__proto__=1', 'nxtPthingId=a'])(
    'is a parameter like any other that is not known: %s',
    async (search) => {
      await expectProblem(await get(`?${search}`), 400, 'Malformed')
    },
  )

  it('is a header that says nothing', async () => {
    const headers = { rsc: '1', 'next-url': '/', 'next-router-state-tree': 'garbage', 'next-action': 'x' }
    expect(await (await things.ask(url, { headers })).json()).toEqual({})
    expect((await post(good, headers)).status).toBe(200)
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
