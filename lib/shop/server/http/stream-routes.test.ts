import { beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../kit/events/canonical-json'
import { exportDocument } from '../../../kit/wire/api-export'
import { streamKeyframesPage } from '../../../kit/wire/api-keyframes'
import { streamOutline } from '../../../kit/wire/api-outline'
import { streamEventsPage, streamState } from '../../../kit/wire/api-streams'
import { streamWindow } from '../../../kit/wire/api-windows'
import type { ProductListing } from '../../product/events'
import { cartCreated, itemAdded, newEvent } from '../../testing/events'
import { fakeContext } from '../../testing/fake-context'
import { serveTestApi } from '../../testing/test-api'
import type { ServerContext } from '../shared-context'
import { cartStream, productStream } from '../streams'

const listing = (amount: number): ProductListing => ({
  name: 'Lamp',
  description: 'Gives light',
  category: 'Home',
  unitPrice: { amount, currency: 'USD' },
  hasPicture: false,
})
const listed = (amount: number, minute: number) =>
  newEvent(itemAdded(), {
    type: 'ProductListed',
    schemaVersion: 1,
    data: listing(amount),
    occurredAt: `2026-01-02T03:0${minute}:00.000Z`,
  })

const api = serveTestApi()
let context: ServerContext
beforeEach(async () => {
  context = fakeContext()
  api.over(context)
  const { store } = context
  const cart = [cartCreated('shopper'), itemAdded('lamp', 2)].map((event) => newEvent(event))
  await store.append({ stream: cartStream('basket'), expectedVersion: 0, events: cart })
  const prices = [listed(1_000, 1), listed(1_200, 2), listed(900, 3)]
  await store.append({ stream: productStream('lamp'), expectedVersion: 0, events: prices })
})

/** What is asked of a stream, as it stands at the end of its address. */
type Part = '' | '/events' | '/window' | '/outline' | '/scan' | '/keyframes' | '/export'

const ask = (
  part: Part,
  [streamType, streamId]: readonly [string, string],
  search = '',
  as = 'staff',
  headers: Record<string, string> = {},
) =>
  api.ask(`/api/streams/${streamType}/${encodeURIComponent(streamId)}${part}${search}`, {
    headers: { authorization: `Bearer ${as}`, ...headers },
  })

const lamp = ['product', 'lamp'] as const
const basket = ['cart', 'basket'] as const
const all: readonly (readonly [string, Part, string])[] = [
  ['state', '', ''],
  ['events', '/events', ''],
  ['window', '/window', '?from=0'],
  ['outline', '/outline', ''],
  ['scan', '/scan', ''],
  ['keyframes', '/keyframes', ''],
  ['export', '/export', ''],
]

describe('a stream of any type', () => {
  it.each([
    ['', 3, 900],
    ['?version=2', 2, 1_200],
    ['?at=2026-01-02T03:01:30Z', 1, 1_000],
    ['?position=4', 2, 1_200],
  ])('has its state as of a moment: %s', async (search, version, amount) => {
    const found = streamState.strict().parse(await (await ask('', lamp, search)).json())
    expect(found).toMatchObject({
      streamType: 'product',
      streamId: 'lamp',
      version,
      position: version + 2,
      state: { id: 'lamp', version, listing: listing(amount) },
    })
  })

  it('has the state that its own routes tell in their own shape', async () => {
    const own = await api.ask('/api/carts/basket', { headers: { authorization: 'Bearer shopper' } })
    const generic = await ask('', basket, '', 'shopper')
    expect(generic.headers.get('etag')).toBe(own.headers.get('etag'))
    const [cart, { state }] = [await own.json(), await generic.json()]
    expect(state).toMatchObject({ customerId: cart.customerId, status: cart.status, items: cart.items })
  })

  it('is told in pages of events, up to its head', async () => {
    const first = streamEventsPage.parse(await (await ask('/events', lamp, '?limit=2')).json())
    expect(first).toMatchObject({ headVersion: 3, next: 2 })
    const rest = streamEventsPage.parse(await (await ask('/events', lamp, `?after=${first.next}`)).json())
    expect([...first.events, ...rest.events].map(({ version, type }) => [version, type])).toEqual([
      [1, 'ProductListed'],
      [2, 'ProductListed'],
      [3, 'ProductListed'],
    ])
    expect(rest.next).toBeNull()
  })

  it('has a window to fold any version from', async () => {
    const found = streamWindow.parse(await (await ask('/window', lamp, '?from=0')).json())
    expect(found).toMatchObject({ from: 0, state: { id: 'lamp', version: 0 } })
    expect(found.events.map(({ data }) => data)).toEqual([listing(1_000), listing(1_200), listing(900)])
  })

  it('has an outline with its own milestones', async () => {
    const found = streamOutline.parse(await (await ask('/outline', lamp)).json())
    expect(found.marks).toEqual([1, 2, 3].map((version) => ({ version, type: 'ProductListed' })))
    expect((await (await ask('/outline', basket)).json()).marks).toEqual([
      { version: 1, type: 'CartCreated' },
    ])
  })

  it('is scanned line by line', async () => {
    const lines = (await (await ask('/scan', lamp, '?after=1')).text()).trimEnd().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      [2, Date.parse('2026-01-02T03:02:00Z'), 'ProductListed', listing(1_200), 'system', 'test'],
      [3, Date.parse('2026-01-02T03:03:00Z'), 'ProductListed', listing(900), 'system', 'test'],
    ])
  })

  it('has keyframes, in the state of its type', async () => {
    const kept = { version: 256, position: 9, occurredUntil: '2026-01-02T03:03:00.000Z', hash: '' }
    const state = { id: 'lamp', listing: listing(900), version: 256 }
    const snapshots = { read: async () => ({ snapshots: [{ ...kept, state }], headVersion: 3 }) }
    api.over({ ...context, snapshots: snapshots as unknown as ServerContext['snapshots'] })
    const page = streamKeyframesPage.parse(await (await ask('/keyframes', lamp)).json())
    expect(page).toMatchObject({ every: 256, headVersion: 3, next: null })
    expect(page.keyframes).toEqual([{ version: 256, position: 9, at: kept.occurredUntil, state }])
  })

  it('is exported, and its manifest names it', async () => {
    const response = await ask('/export', lamp, '?from=2')
    expect(response.headers.get('content-disposition')).toContain('product-lamp-v2-3.json')
    const { manifest, events: told, trailer } = exportDocument.parse(await response.json())
    expect(manifest).toMatchObject({
      source: { type: 'stream', streamType: 'product', streamId: 'lamp', headVersion: 3 },
      selection: { from: 2, to: 3 },
    })
    expect(told.map((event) => canonicalJson(event.data))).toEqual(
      [listing(1_200), listing(900)].map((data) => canonicalJson(data)),
    )
    expect(trailer).toMatchObject({ count: 2, last: { version: 3 } })
  })

  it('is sent only when it is another', async () => {
    const etag = (await ask('', lamp)).headers.get('etag') ?? ''
    expect(etag).toBe('"3.1"')
    expect((await ask('', lamp, '', 'staff', { 'if-none-match': etag })).status).toBe(304)
    const past = await ask('', lamp, '?version=1')
    expect(past.headers.get('cache-control')).toContain('immutable')
  })
})

describe.each(all)('the %s of a stream', (_, part, search) => {
  it('is for those whom the policy lets see it', async () => {
    expect((await ask(part, lamp, search, 'staff')).status).toBe(200)
    expect((await ask(part, basket, search, 'staff')).status).toBe(200)
    expect((await ask(part, basket, search, 'shopper')).status).toBe(200)
    for (const [of, as] of [
      [basket, 'other'],
      [lamp, 'shopper'],
      [['cart', 'none'], 'staff'],
      [['product', '..'], 'staff'],
    ] as const) {
      const refused = await ask(part, of, search, as)
      expect([refused.status, (await refused.json()).code]).toEqual([404, 'StreamNotFound'])
    }
    expect((await ask(part, basket, search, 'nobody')).status).toBe(401)
  })

  it('of a type that is unknown is a problem of its own', async () => {
    for (const type of ['letter', 'constructor', 'Cart']) {
      const refused = await ask(part, [type, 'basket'], search)
      expect([refused.status, (await refused.json()).code]).toEqual([404, 'StreamTypeUnknown'])
    }
  })
})

it.each([
  ['', '?version=9'],
  ['/window', '?from=256'],
] as const)('what has not come that far is said so', async (part, search) => {
  const refused = await ask(part, lamp, search)
  expect(refused.status).toBe(404)
  expect(await refused.json()).toMatchObject({ code: 'VersionNotFound', headVersion: 3 })
})
