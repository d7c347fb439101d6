import { type APIRequestContext, request as requests } from '@playwright/test'
import { expect, shopUrl, test } from './support/story'

const as = (key: string | undefined): Promise<APIRequestContext> =>
  requests.newContext({ baseURL: shopUrl(), extraHTTPHeaders: { authorization: `Bearer ${key}` } })

const shopper = () => as(process.env.SHOP_KEY)
const stranger = () => as(process.env.SHOP_OTHER_KEY)
const staff = () => as(process.env.SHOP_STAFF_KEY)

const createCart = async (api: APIRequestContext): Promise<string> => {
  const created = await api.post('/api/carts', { data: {} })
  expect(created.status()).toBe(201)
  return (await created.json()).cartId
}

test('64 clients add to one cart at once: every answer is in the log, once, without a gap', async () => {
  const api = await shopper()
  const cartId = await createCart(api)
  const { products } = await (await api.get('/api/products?limit=16')).json()
  const answers = await Promise.all(
    Array.from({ length: 64 }, async (_, index) => {
      const productId = products[index % products.length].productId
      const answer = await api.post(`/api/carts/${cartId}/commands`, {
        data: { type: 'AddItem', productId, quantity: 1, commandId: crypto.randomUUID() },
      })
      return { status: answer.status(), body: await answer.json() }
    }),
  )
  expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200))
  const { events, headVersion } = await (await api.get(`/api/carts/${cartId}/events?limit=1000`)).json()
  expect(headVersion).toBe(65)
  expect(events.map((event: { version: number }) => event.version)).toEqual(
    Array.from({ length: 65 }, (_, index) => index + 1),
  )
  const logged = new Map(events.map((event: { eventId: string }) => [event.eventId, event]))
  for (const { body } of answers) {
    expect(body.events).toHaveLength(1)
    expect(logged.get(body.events[0].eventId)).toEqual(body.events[0])
  }
  expect(new Set(answers.map(({ body }) => body.version)).size).toBe(64)
  const cart = await (await api.get(`/api/carts/${cartId}`)).json()
  expect(cart).toMatchObject({ cartId, status: 'active', version: 65, itemCount: 64 })
})

test('a cart at a version and at an instant', async () => {
  const api = await shopper()
  const cartId = await createCart(api)
  const add = (productId: string, quantity: number) =>
    api.post(`/api/carts/${cartId}/commands`, { data: { type: 'AddItem', productId, quantity } })
  await add('wireless-headphones', 2)
  await add('ceramic-mug', 1)
  await api.post(`/api/carts/${cartId}/commands`, {
    data: { type: 'ChangeItemQuantity', productId: 'wireless-headphones', newQuantity: 1 },
  })
  const at = async (query: string) => (await api.get(`/api/carts/${cartId}${query}`)).json()
  expect(await at('')).toMatchObject({ version: 4, itemCount: 2, total: { amount: 11598, currency: 'USD' } })
  expect(await at('?version=2')).toMatchObject({ version: 2, itemCount: 2, total: { amount: 19998 } })
  expect(await at('?version=0')).toMatchObject({ version: 0, status: 'none', items: [] })
  const { events } = await (await api.get(`/api/carts/${cartId}/events?after=1&limit=1`)).json()
  expect(await at(`?at=${events[0].occurredAt}`)).toMatchObject({ version: 2 })
  expect(await at('?at=2001-01-01T00:00:00Z')).toMatchObject({ version: 0 })
})

test('a long cart has keyframes, whose states are those of their versions', async () => {
  const api = await shopper()
  const cartId = await createCart(api)
  const send = (data: object) => api.post(`/api/carts/${cartId}/commands`, { data })
  await send({ type: 'AddItem', productId: 'ceramic-mug', quantity: 1 })
  for (let version = 2; version < 260; version++) {
    await send({ type: 'ChangeItemQuantity', productId: 'ceramic-mug', newQuantity: 1 + ((version + 1) % 2) })
  }
  const page = await (await api.get(`/api/carts/${cartId}/keyframes?limit=1`)).json()
  expect(page).toMatchObject({ every: 256, keyframes: [{ version: 256 }] })
  const [keyframe] = page.keyframes
  expect(await (await api.get(`/api/carts/${cartId}?version=256`)).json()).toEqual(keyframe.cart)
  expect(await (await api.get(`/api/carts/${cartId}?position=${keyframe.position}`)).json()).toEqual(
    keyframe.cart,
  )
  expect((await (await stranger()).get(`/api/carts/${cartId}/keyframes`)).status()).toBe(404)
})

test('a list reads what was just written when it is told how far to wait', async () => {
  const api = await shopper()
  const created = await (await api.post('/api/carts', { data: {} })).json()
  const desk = await staff()
  const list = await desk.get(`/api/carts?q=${created.cartId}&waitFor=${created.position}`)
  const { carts, asOf, behind } = await list.json()
  expect(carts).toMatchObject([{ cartId: created.cartId, status: 'active' }])
  expect(asOf).toBeGreaterThanOrEqual(created.position)
  expect(behind).toBe(false)
  const beyond = await (await desk.get(`/api/carts?limit=1&waitFor=${created.position + 1_000_000}`)).json()
  expect(beyond.behind).toBe(true)
})

test('the same command id is answered the same, a stale version is a conflict', async () => {
  const api = await shopper()
  const cartId = await createCart(api)
  const data = { type: 'AddItem', productId: 'ceramic-mug', quantity: 1, commandId: crypto.randomUUID() }
  const first = await (await api.post(`/api/carts/${cartId}/commands`, { data })).json()
  const again = await (await api.post(`/api/carts/${cartId}/commands`, { data })).json()
  expect(again).toEqual(first)
  const stale = await api.post(`/api/carts/${cartId}/commands`, {
    data: { type: 'AddItem', productId: 'ceramic-mug', quantity: 1, expectedVersion: 1 },
  })
  expect(stale.status()).toBe(409)
  expect(await stale.json()).toMatchObject({ code: 'ConcurrencyConflict', expected: 1, actual: 2 })
})

test('who may see what', async () => {
  const cartId = await createCart(await shopper())
  const nobody = await requests.newContext({ baseURL: shopUrl() })
  expect((await nobody.get(`/api/carts/${cartId}`)).status()).toBe(401)
  expect((await (await stranger()).get(`/api/carts/${cartId}`)).status()).toBe(404)
  expect((await (await staff()).get(`/api/carts/${cartId}`)).status()).toBe(200)
  expect((await (await shopper()).get('/api/events')).status()).toBe(403)
  expect((await (await staff()).get('/api/events?limit=5')).status()).toBe(200)
  const meddling = await (await stranger()).post(`/api/carts/${cartId}/commands`, {
    data: { type: 'AbandonCart', reason: 'not mine' },
  })
  expect(meddling.status()).toBe(404)
})

const odd: readonly {
  name: string
  status: number
  code?: string
  send: (
    api: APIRequestContext,
    cart: string,
  ) => Promise<{ status: () => number; text: () => Promise<string>; headers: () => Record<string, string> }>
}[] = [
  {
    name: 'a rule',
    status: 422,
    code: 'MaxQuantityExceeded',
    send: (api, cart) =>
      api.post(cart, { data: { type: 'AddItem', productId: 'ceramic-mug', quantity: 11 } }),
  },
  {
    name: 'a fraction',
    status: 422,
    code: 'InvalidQuantity',
    send: (api, cart) =>
      api.post(cart, { data: { type: 'AddItem', productId: 'ceramic-mug', quantity: 1.5 } }),
  },
  {
    name: 'an unknown product',
    status: 422,
    code: 'ProductUnknown',
    send: (api, cart) => api.post(cart, { data: { type: 'AddItem', productId: 'nothing', quantity: 1 } }),
  },
  {
    name: 'an empty cart',
    status: 422,
    code: 'CartEmpty',
    send: (api, cart) =>
      api.post(cart, {
        data: {
          type: 'Checkout',
          paymentMethod: 'card',
          shippingAddress: { street: 's', city: 'c', country: 'Hong Kong' },
        },
      }),
  },
  {
    name: 'a missing field',
    status: 400,
    send: (api, cart) => api.post(cart, { data: { type: 'AddItem', quantity: 1 } }),
  },
  {
    name: 'an unknown command',
    status: 400,
    send: (api, cart) => api.post(cart, { data: { type: 'Explode' } }),
  },
  {
    name: 'no JSON',
    status: 400,
    send: (api, cart) =>
      api.post(cart, { data: '{"type":', headers: { 'content-type': 'application/json' } }),
  },
  {
    name: 'a NUL',
    status: 400,
    send: (api, cart) => api.post(cart, { data: { type: 'AbandonCart', reason: 'a\u0000b' } }),
  },
  {
    name: 'a lone surrogate',
    status: 400,
    send: (api, cart) =>
      api.post(cart, {
        data: '{"type":"AbandonCart","reason":"\\ud800"}',
        headers: { 'content-type': 'application/json' },
      }),
  },
  {
    name: 'another type',
    status: 415,
    send: (api, cart) =>
      api.post(cart, {
        data: 'type=AddItem',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
  },
  {
    name: 'too much',
    status: 413,
    send: (api, cart) => api.post(cart, { data: { type: 'AbandonCart', reason: 'x'.repeat(100_000) } }),
  },
  { name: 'another method', status: 405, send: (api, cart) => api.delete(cart) },
  {
    name: 'a version that is none',
    status: 400,
    send: (api, cart) => api.get(`${cart.replace('/commands', '')}?version=abc`),
  },
  {
    name: 'a version to come',
    status: 404,
    send: (api, cart) => api.get(`${cart.replace('/commands', '')}?version=99`),
  },
  { name: 'no such cart', status: 404, send: (api) => api.get('/api/carts/no-such-cart') },
  { name: 'no such route', status: 404, send: (api) => api.get('/api/nothing') },
]

for (const { name, status, code, send } of odd) {
  test(`answers ${name} with ${status}`, async () => {
    const api = await shopper()
    const answer = await send(api, `/api/carts/${await createCart(api)}/commands`)
    expect(answer.status(), await answer.text()).toBe(status)
    expect(answer.headers()['content-type']).toContain('application/problem+json')
    const problem = JSON.parse(await answer.text())
    expect(problem).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) })
    if (code) expect(problem.code).toBe(code)
  })
}

test('tells of itself', async () => {
  const api = await requests.newContext({ baseURL: shopUrl() })
  expect((await api.get('/api/health/live')).status()).toBe(200)
  expect((await api.get('/api/health/ready')).status()).toBe(200)
  const document = await (await api.get('/api/openapi.json')).json()
  expect(document.openapi).toMatch(/^3\.1/)
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      '/api/carts',
      '/api/carts/{cartId}',
      '/api/carts/{cartId}/commands',
      '/api/carts/{cartId}/events',
    ]),
  )
})

test('a cart’s history is exported whole, and can be checked', async () => {
  const api = await shopper()
  const cartId = await createCart(api)
  await api.post(`/api/carts/${cartId}/commands`, {
    data: { type: 'AddItem', productId: 'ceramic-mug', quantity: 2 },
  })
  const exported = await api.get(`/api/carts/${cartId}/export?format=ndjson`)
  expect(exported.headers()['content-disposition']).toContain('attachment')
  const lines = (await exported.text()).trim().split('\n')
  expect(lines).toHaveLength(4)
  const events = lines.slice(1, -1).map((line) => JSON.parse(line))
  expect(events.map(({ type }) => type)).toEqual(['CartCreated', 'ItemAdded'])
  const csv = await (await api.get(`/api/carts/${cartId}/export?format=csv`)).text()
  expect(csv).toContain('ItemAdded')
  expect((await (await stranger()).get(`/api/carts/${cartId}/export?format=csv`)).status()).toBe(404)
})
