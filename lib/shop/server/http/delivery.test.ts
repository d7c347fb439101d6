import { beforeEach, describe, expect, it } from 'vitest'
import { fakeContext } from '../../testing/fake-context'
import { serveTestApi } from '../../testing/test-api'

const id = '0198f0c2-7e9b-4f00-8000-000000000001'
const api = serveTestApi()
let cartId: string

const ask = (path: string, headers: Record<string, string> = {}, body?: object) =>
  api.ask(`/api${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: 'Bearer shopper', 'content-type': 'application/json', ...headers },
    ...(body && { body: JSON.stringify(body) }),
  })
const ofCart = (path = '') => `/carts/${cartId}${path}`
const add = (headers: Record<string, string>, more: object = {}) =>
  ask(ofCart('/commands'), headers, { type: 'AddItem', productId: 'lamp', quantity: 1, ...more })
const read = (search = '', headers: Record<string, string> = {}) => ask(ofCart(search), headers)
const told = async (response: Response) => ({ status: response.status, ...(await response.json()) })

beforeEach(async () => {
  api.over(fakeContext())
  cartId = (await (await ask('/carts', {}, {})).json()).cartId
})

describe('Idempotency-Key', () => {
  it.each([id, `"${id}"`, id.toUpperCase()])('makes a command happen once: %s', async (key) => {
    const first = await told(await add({ 'idempotency-key': key }))
    expect(first).toMatchObject({ status: 200, version: 2, events: [{ metadata: { commandId: id } }] })
    expect(await told(await add({ 'idempotency-key': key }))).toEqual(first)
    expect(await told(await add({}, { commandId: id }))).toEqual(first)
  })

  it('makes a cart be created once', async () => {
    const create = async () => (await ask('/carts', { 'idempotency-key': id }, {})).json()
    expect((await create()).cartId).toBe((await create()).cartId)
  })

  it.each(['1', '', `"${id}`, `${id},${id}`])('is refused when it is no UUID: %s', async (key) => {
    const errors = [{ field: 'Idempotency-Key', message: expect.any(String) }]
    expect(await told(await add({ 'idempotency-key': key }))).toMatchObject({ status: 400, errors })
  })

  it('is refused when the body says another', async () => {
    const commandId = '0198f0c2-7e9b-4f00-8000-000000000002'
    const answer = await told(await add({ 'idempotency-key': id }, { commandId }))
    expect(answer).toMatchObject({ status: 400, code: 'Malformed', errors: [{ field: 'Idempotency-Key' }] })
    expect((await add({ 'idempotency-key': id }, { commandId: id })).status).toBe(200)
  })
})

describe('If-Match', () => {
  it('is the version that is expected, by the ETag of a read', async () => {
    const etag = (await read()).headers.get('etag') ?? ''
    expect(etag).toMatch(/^"1\.\d+"$/)
    expect((await add({ 'if-match': etag })).status).toBe(200)
    const late = { status: 412, code: 'ConcurrencyConflict', expected: 1, actual: 2 }
    expect(await told(await add({ 'if-match': etag }))).toMatchObject(late)
    expect(await told(await add({}, { expectedVersion: 1 }))).toMatchObject({ ...late, status: 409 })
    expect((await add({ 'if-match': '"2"' })).status).toBe(200)
    expect((await add({ 'if-match': '*' })).status).toBe(200)
  })

  it('lets a command that is sent again have its answer', async () => {
    const headers = { 'if-match': '"1"', 'idempotency-key': id }
    expect(await told(await add(headers))).toEqual(await told(await add(headers)))
  })

  it.each(['1', 'W/"1"', '"1", "2"', '"x"', '"-1"', '"1.5e3"', '"99999999999"'])(
    'is refused when it is no version: %s',
    async (tag) => {
      expect(await told(await add({ 'if-match': tag }))).toMatchObject({
        status: 400,
        errors: [{ field: 'If-Match' }],
      })
    },
  )

  it('is refused when the body says another', async () => {
    expect((await add({ 'if-match': '"1"' }, { expectedVersion: 2 })).status).toBe(400)
    expect((await add({ 'if-match': '"1"' }, { expectedVersion: 1 })).status).toBe(200)
  })
})

describe('what is read', () => {
  it('is not sent again to who has it, until there is more', async () => {
    const first = await read()
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
    for (const known of [etag, `W/${etag}`, `"0", ${etag}`, '*']) {
      const again = await read('', { 'if-none-match': known })
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    }
    await add({})
    const more = await read('', { 'if-none-match': etag })
    expect([more.status, more.headers.get('etag')]).toEqual([200, etag.replace('"1', '"2')])
    const events = await ask(ofCart('/events'))
    const same = { 'if-none-match': events.headers.get('etag') ?? '' }
    expect((await ask(ofCart('/events'), same)).status).toBe(304)
  })

  it('of the past stays as it is', async () => {
    await add({})
    const past = await read('?version=1')
    expect(past.headers.get('cache-control')).toBe('private, max-age=86400, immutable')
    expect(past.headers.get('vary')).toContain('cookie, authorization')
    const refused = await read('?version=9')
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([404, 'no-store'])
  })

  it('of the API itself may be kept', async () => {
    const names = { $context: Promise.resolve({ authCookies: { sessionToken: { name: 'shop' } } }) }
    api.over(fakeContext({ auth: names as never }))
    const first = await ask('/openapi.json')
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/)
    expect((await ask('/openapi.json', { 'if-none-match': etag })).status).toBe(304)
  })
})

describe('what is not understood', () => {
  it('names parameters that are not known', async () => {
    const errors = [{ field: 'limti', message: expect.stringContaining('limit') }]
    const answer = await ask(ofCart('/events?limti=1&after=1'))
    expect(await told(answer)).toMatchObject({ status: 400, code: 'Malformed', errors })
    expect((await add({})).status).toBe(200)
    const posted = await ask(ofCart('/commands?x='), {}, { type: 'AddItem' })
    expect(await told(posted)).toMatchObject({ status: 400, errors: [{ field: 'x' }] })
  })

  it('says of a bad id what it is not', async () => {
    expect(await told(await ask('/stories/a%20b'))).toMatchObject({
      status: 404,
      code: 'StoryNotFound',
    })
    expect(await told(await ask('/carts/..%2Fx'))).toMatchObject({ status: 404, code: 'CartNotFound' })
  })
})
