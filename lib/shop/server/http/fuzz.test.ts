import fc from 'fast-check'
import { expect, it } from 'vitest'
import { problem } from '../../../kit/wire/problem'
import { postCartCommand } from '../../cart/wire/api-carts'
import { fakeContext } from '../../testing/fake-context'
import { serveTestApi } from '../../testing/test-api'
import { apiEndpoints } from '../../wire/api-endpoints'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
/** What the fake context can do. */
const described = apiEndpoints.filter(({ path }) => !/^\/api\/(auth|health|openapi)/.test(path))
/** Commands come most often: they have the most parts. */
const targets = [postCartCommand, postCartCommand, ...described].map(({ method, path }) => ({ method, path }))

/** Odd now and then, so that a request with many parts still gets somewhere. */
const mostly = <Usual, Odd>(usual: fc.Arbitrary<Usual>, odd: fc.Arbitrary<Odd>) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: odd })

const oddStrings = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  '__proto__',
  '-1',
  '1e400',
  'NaN',
  '%',
  '../../..',
  '9'.repeat(30),
]
const oddText = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.constantFrom(...oddStrings))
const oddNumber = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(-0, 2 ** 31, 2 ** 53, Number.MAX_VALUE))
const oddValue = fc.oneof(oddText, oddNumber, fc.anything({ maxDepth: 3 }))

const text = mostly(fc.constantFrom('lamp', 'card', 'why not'), oddValue)
const quantity = mostly(fc.integer({ min: 1, max: 12 }), oddValue)
const address = fc.record({ street: text, city: text, state: text, zipCode: text, country: text })
const command = fc.record(
  {
    type: mostly(
      fc.constantFrom(
        'AddItem',
        'RemoveItem',
        'ChangeItemQuantity',
        'RestoreCart',
        'Checkout',
        'AbandonCart',
      ),
      oddValue,
    ),
    productId: mostly(fc.constantFrom('lamp', 'lamp', 'chair'), oddValue),
    quantity,
    newQuantity: quantity,
    toVersion: mostly(fc.integer({ min: 1, max: 9 }), oddValue),
    reason: text,
    paymentMethod: text,
    shippingAddress: mostly(address, oddValue),
    commandId: mostly(fc.uuid(), oddValue),
    expectedVersion: mostly(fc.nat(9), oddValue),
  },
  { requiredKeys: ['type', 'productId', 'quantity', 'newQuantity'] },
)

const toJson = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? ''
  } catch {
    return '{"__proto__": 1e999}'
  }
}

const fields = fc.constantFrom(
  ...['version', 'at', 'position', 'after', 'limit', 'q', 'type', 'category', 'since', 'until', 'actor'],
  ...['streamType', 'correlationId', 'toVersion', 'format', 'from', 'to', '__proto__'],
)
const oddRequest = fc.record({
  target: fc.constantFrom(...targets),
  method: mostly(fc.constant(undefined), fc.constantFrom(...methods)),
  cartId: mostly(fc.constant(undefined), oddValue),
  streamType: mostly(fc.constant('cart'), fc.oneof(oddValue, fc.constant('product'))),
  query: mostly(
    fc.constant<[string, string][]>([]),
    fc.array(fc.tuple(fields, fc.oneof(fc.nat().map(String), oddText)), { maxLength: 4 }),
  ),
  authorization: mostly(
    fc.constantFrom('Bearer shopper', 'Bearer shopper', 'Bearer staff'),
    fc.constantFrom('Bearer', '', 'Basic \u00ff', 'Bearer other'),
  ),
  headers: mostly(
    fc.constant<Record<string, string>>({}),
    fc.dictionary(
      fc.constantFrom('if-match', 'idempotency-key', 'if-none-match'),
      fc.constantFrom(
        '"1"',
        '*',
        '"1", "2"',
        'W/"1"',
        '',
        '"',
        '\u00ff',
        '9'.repeat(40),
        '0198f0c2-7e9b-4f00-8000-000000000001',
      ),
    ),
  ),
  contentType: mostly(
    fc.constant('application/json'),
    fc.constantFrom('', 'text/plain', 'application/json;charset=\u00e9'),
  ),
  body: mostly(
    command.map(toJson),
    fc.oneof(oddValue.map(toJson), oddText, fc.uint8Array({ maxLength: 40 })),
  ),
})

/** What chance doesn't always come upon. */
const refusedByTheRules = {
  target: { method: postCartCommand.method, path: postCartCommand.path },
  method: undefined,
  cartId: undefined,
  streamType: 'cart',
  query: [],
  authorization: 'Bearer shopper' as const,
  headers: {},
  contentType: 'application/json' as const,
  body: '{"type":"RemoveItem","productId":"lamp","quantity":1}',
}

const api = serveTestApi()

const create = async (): Promise<string> => {
  const created = await api.ask('/api/carts', {
    method: 'POST',
    headers: { authorization: 'Bearer shopper' },
  })
  return (await created.json()).cartId
}

/** A value as a part of an address. */
const inPath = (value: unknown): string =>
  encodeURIComponent(Buffer.from(typeof value === 'string' ? value : toJson(value)).toString())

it('answers no request, however odd, by a 5xx, and refuses by problems alone', {
  timeout: 60_000,
}, async () => {
  api.over(fakeContext())
  const seen = new Set<number>()
  await fc.assert(
    fc.asyncProperty(fc.array(oddRequest, { minLength: 1, maxLength: 8 }), async (requests) => {
      const ownCart = await create()
      for (const {
        target,
        cartId,
        streamType,
        query,
        authorization,
        contentType,
        body,
        ...odd
      } of requests) {
        const method = odd.method ?? target.method
        const params: Record<string, unknown> = {
          cartId: cartId ?? ownCart,
          streamType,
          streamId: cartId ?? ownCart,
          customerId: cartId ?? 'somebody',
          correlationId: cartId ?? 'story',
          eventId: cartId ?? '0198f0c2-7e9b-4f00-8000-000000000001',
        }
        const path = target.path.replace(/\{(\w+)\}/g, (_, name: string) => inPath(params[name]))
        const isRead = method === 'GET' || method === 'HEAD'
        const response = await api.ask(`${path}?${new URLSearchParams(query)}`, {
          method,
          headers: { authorization, 'content-type': contentType, ...odd.headers },
          ...(!isRead && { body }),
        })
        seen.add(response.status)
        expect(response.status).toBeLessThan(500)
        const text = await response.text()
        if (response.status < 400 || method === 'HEAD') continue
        expect(problem.parse(JSON.parse(text)).status).toBe(response.status)
      }
    }),
    { numRuns: 300, examples: [[[refusedByTheRules]]] },
  )
  expect([...seen]).toEqual(expect.arrayContaining([200, 201, 400, 401, 403, 404, 405, 409, 415, 422]))
})
