import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as commands from '@/app/api/carts/[cartId]/commands/route'
import * as cartEvents from '@/app/api/carts/[cartId]/events/route'
import * as cartExport from '@/app/api/carts/[cartId]/export/route'
import * as keyframes from '@/app/api/carts/[cartId]/keyframes/route'
import * as outline from '@/app/api/carts/[cartId]/outline/route'
import * as restorePreview from '@/app/api/carts/[cartId]/restore-preview/route'
import * as cart from '@/app/api/carts/[cartId]/route'
import * as scan from '@/app/api/carts/[cartId]/scan/route'
import * as cartWindow from '@/app/api/carts/[cartId]/window/route'
import * as carts from '@/app/api/carts/route'
import * as customer from '@/app/api/customers/[customerId]/route'
import * as customers from '@/app/api/customers/route'
import * as event from '@/app/api/events/[eventId]/route'
import * as eventsExport from '@/app/api/events/export/route'
import * as events from '@/app/api/events/route'
import * as demand from '@/app/api/products/demand/route'
import * as products from '@/app/api/products/route'
import * as salesDays from '@/app/api/sales/days/route'
import * as story from '@/app/api/stories/[correlationId]/route'
import * as streamEvents from '@/app/api/streams/[streamType]/[streamId]/events/route'
import * as streamExport from '@/app/api/streams/[streamType]/[streamId]/export/route'
import * as streamKeyframes from '@/app/api/streams/[streamType]/[streamId]/keyframes/route'
import * as streamOutline from '@/app/api/streams/[streamType]/[streamId]/outline/route'
import * as stream from '@/app/api/streams/[streamType]/[streamId]/route'
import * as streamScan from '@/app/api/streams/[streamType]/[streamId]/scan/route'
import * as streamWindow from '@/app/api/streams/[streamType]/[streamId]/window/route'
import { problem } from '../../../kit/wire/problem'
import { fakeContext } from '../../testing/fake-context'
import { shareContext } from '../shared-context'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
const targets = [
  { route: commands, method: 'POST' },
  { route: commands, method: 'POST' },
  { route: carts, method: 'POST' },
  { route: cart, method: 'GET' },
  { route: cartEvents, method: 'GET' },
  { route: cartExport, method: 'GET' },
  { route: eventsExport, method: 'GET' },
  { route: keyframes, method: 'GET' },
  { route: restorePreview, method: 'GET' },
  { route: scan, method: 'GET' },
  { route: cartWindow, method: 'GET' },
  { route: outline, method: 'GET' },
  { route: story, method: 'GET' },
  { route: products, method: 'GET' },
  { route: events, method: 'GET' },
  { route: event, method: 'GET' },
  { route: carts, method: 'GET' },
  { route: customers, method: 'GET' },
  { route: customer, method: 'GET' },
  { route: demand, method: 'GET' },
  { route: salesDays, method: 'GET' },
  { route: stream, method: 'GET' },
  { route: streamEvents, method: 'GET' },
  { route: streamExport, method: 'GET' },
  { route: streamKeyframes, method: 'GET' },
  { route: streamOutline, method: 'GET' },
  { route: streamScan, method: 'GET' },
  { route: streamWindow, method: 'GET' },
] as const

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
  target: targets[0],
  method: undefined,
  cartId: undefined,
  streamType: 'cart',
  query: [],
  authorization: 'Bearer shopper' as const,
  headers: {},
  contentType: 'application/json' as const,
  body: '{"type":"RemoveItem","productId":"lamp","quantity":1}',
}

const create = async (): Promise<string> => {
  const request = new Request('http://shop.test/api/carts', {
    method: 'POST',
    headers: { authorization: 'Bearer shopper' },
  })
  const created = await carts.POST(request, { params: Promise.resolve({}) })
  return (await created.json()).cartId
}

it('answers no request, however odd, by a 5xx, and refuses by problems alone', {
  timeout: 60_000,
}, async () => {
  shareContext(fakeContext())
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
        const url = `http://shop.test/api?${new URLSearchParams(query)}`
        const request = new Request(url, {
          method,
          headers: { authorization, 'content-type': contentType, ...odd.headers },
          body: method === 'GET' || method === 'HEAD' ? null : (body as BodyInit),
        })
        const response = await target.route[method](request, {
          params: Promise.resolve({
            cartId: cartId ?? ownCart,
            streamType,
            streamId: cartId ?? ownCart,
            customerId: cartId ?? 'somebody',
            correlationId: cartId ?? 'story',
            eventId: cartId ?? '0198f0c2-7e9b-4f00-8000-000000000001',
          }),
        })
        seen.add(response.status)
        expect(response.status).toBeLessThan(500)
        if (response.status >= 400) expect(problem.parse(await response.json()).status).toBe(response.status)
      }
    }),
    { numRuns: 300, examples: [[[refusedByTheRules]]] },
  )
  expect([...seen]).toEqual(expect.arrayContaining([200, 201, 400, 401, 403, 404, 405, 409, 415, 422]))
})
