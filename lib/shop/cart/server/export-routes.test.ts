import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../kit/events/canonical-json'
import type { RecordedEvent } from '../../../kit/events/recorded-event'
import { chainHash, contentHash } from '../../../kit/server/store/hash-chain'
import { exportDocument } from '../../../kit/wire/api-export'
import type { ServerContext } from '../../server/shared-context'
import { cartStream } from '../../server/streams'
import { cartCreated, itemAdded, newEvent } from '../../testing/events'
import { fakeContext } from '../../testing/fake-context'
import { serveTestApi } from '../../testing/test-api'
import { cartExport } from '../wire/api-export'

const sample = new URL('../wire/samples/CartCheckedOut.v1.json', import.meta.url)

const api = serveTestApi()
let context: ServerContext
beforeEach(async () => {
  context = fakeContext()
  api.over(context)
  const lamps = [itemAdded('lamp'), itemAdded('mug'), itemAdded('lamp', 3)]
  await append('cart-1', [cartCreated('shopper'), ...lamps])
  await append('cart-2', [cartCreated('other')])
})

const append = (cartId: string, events: readonly Parameters<typeof newEvent>[0][]) =>
  context.store.append({
    stream: cartStream(cartId),
    expectedVersion: 'any',
    events: events.map((event) => newEvent(event)),
  })

const ask = (search: string, as: string, cartId = 'cart-1') =>
  api.ask(`/api/carts/${cartId}/export${search}`, { headers: { authorization: `Bearer ${as}` } })

const askLog = (search: string, as: string) =>
  api.ask(`/api/events/export${search}`, { headers: { authorization: `Bearer ${as}` } })

const documentOf = async (response: Response) => cartExport.parse(await response.json())
const logDocumentOf = async (response: Response) => exportDocument.parse(await response.json())

/** The hash an event should have, told from the file alone. */
const hashOf = (event: RecordedEvent, previous: string | undefined): string => {
  const { eventId, occurredAt, tags, metadata, streamId, version } = event
  const { type, schemaVersion, data } = event.stored ?? event
  const parts = { eventId, occurredAt, tags, type, schemaVersion }
  const content = contentHash({ ...parts, data: canonicalJson(data), metadata: canonicalJson(metadata) })
  return chainHash(Buffer.from(previous ?? '', 'hex'), content, cartStream(streamId), version).toString('hex')
}

describe("a cart's export", () => {
  it('has all of its events, and a chain of hashes that any reader can follow to the head', async () => {
    const { manifest, events, trailer } = await documentOf(await ask('', 'shopper'))
    expect(events.map(({ version }) => version)).toEqual([1, 2, 3, 4])
    expect(events.map((event, index) => hashOf(event, events[index - 1]?.hash))).toEqual(
      events.map(({ hash }) => hash),
    )
    expect(manifest).toMatchObject({
      exportedBy: { id: 'shopper', role: 'shopper' },
      source: { type: 'cart', cartId: 'cart-1', headVersion: 4, headHash: trailer.last?.hash },
      selection: { from: 1, to: 4 },
    })
  })

  it('can be followed through events that were written in an older shape', async () => {
    const written = JSON.parse(readFileSync(sample, 'utf8'))
    await context.store.append({
      stream: cartStream('cart-1'),
      expectedVersion: 4,
      events: [newEvent(itemAdded(), written)],
    })
    const { events } = await documentOf(await ask('?from=4', 'shopper'))
    const [before, checkedOut] = events as [RecordedEvent, RecordedEvent]
    expect(checkedOut).toMatchObject({ type: 'CartCheckedOut', schemaVersion: 2, stored: written })
    expect(hashOf(checkedOut, before.hash)).toBe(checkedOut.hash)
  })

  it.each([
    ['?from=2&to=3', [2, 3], { from: 2, to: 3 }],
    ['?from=3&to=99', [3, 4], { from: 3, to: 4 }],
    ['?type=ItemAdded&from=3', [3, 4], { from: 3, to: 4, type: 'ItemAdded' }],
    ['?type=CartCreated', [1], { from: 1, to: 4, type: 'CartCreated' }],
    ['?type=CartAbandoned', [], { from: 1, to: 4, type: 'CartAbandoned' }],
  ])('has what was asked for: %s', async (search, versions, selection) => {
    const { manifest, events, trailer } = await documentOf(await ask(search, 'staff'))
    expect(events.map(({ version }) => version)).toEqual(versions)
    expect(trailer.count).toBe(versions.length)
    expect(manifest.selection).toEqual(selection)
  })

  it('has what a filter shows of it, and says which filter it was', async () => {
    const removed = { type: 'ItemRemoved', data: { productId: 'mug', quantity: 1, reason: 'r' } } as const
    await append('cart-1', [removed])
    const response = await ask('?f=product:"the%20mug"%20%20-TYPE:itemadded&from=3', 'shopper')
    expect(response.headers.get('content-disposition')).toContain('cart-cart-1-v3-5-filtered.json')
    const { manifest, events, trailer } = await documentOf(response)
    expect(events.map(({ version }) => version)).toEqual([5])
    expect(trailer).toMatchObject({ count: 1, last: { version: 5, hash: events[0]?.hash } })
    expect(manifest.selection).toEqual({ from: 3, to: 5, f: 'product:"the mug" -type:ItemAdded' })
  })

  it('of what no event matches is empty and whole', async () => {
    const { events, trailer } = await documentOf(await ask('?f=nobody-said-this', 'shopper'))
    expect(events).toEqual([])
    expect(trailer).toMatchObject({ count: 0, last: null })
  })

  it('says where a filter makes no sense', async () => {
    const response = await ask(`?f=${encodeURIComponent('mug typ:x')}`, 'shopper')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({
      code: 'InvalidFilter',
      at: 4,
      detail: expect.stringContaining('“typ:”'),
    })
  })

  it.each(['%00', 'a%01b', '%22%00%22'])('refuses a filter that can not be written down: %s', async (f) => {
    const response = await ask(`?f=${f}`, 'shopper')
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ code: 'Malformed', errors: [{ field: 'f' }] })
  })

  it('ends where the cart stood when it was asked for', async () => {
    const response = await ask('?format=ndjson', 'shopper')
    await append('cart-1', [itemAdded('lamp')])
    expect(await response.text()).toContain('"trailer":{"count":4,')
  })

  it("is its owner's and staff's alone", async () => {
    expect((await ask('', 'shopper')).status).toBe(200)
    expect((await ask('', 'staff')).status).toBe(200)
    expect((await ask('', 'other')).status).toBe(404)
    expect((await ask('', 'nobody')).status).toBe(401)
    expect((await ask('', 'staff', 'cart-9')).status).toBe(404)
  })

  it.each(['?format=pdf', '?from=0', '?from=3&to=2', '?type=ProductListed', `?f=${'a'.repeat(501)}`])(
    'refuses %s before anything is sent',
    async (search) => {
      const response = await ask(search, 'shopper')
      expect(response.status).toBe(400)
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      expect(response.headers.get('content-disposition')).toBeNull()
    },
  )

  it('is of a cart that was made by the API, too', async () => {
    const created = await api.ask('/api/carts', {
      method: 'POST',
      headers: { authorization: 'Bearer shopper' },
    })
    const { cartId } = await created.json()
    const { headers } = await ask('?format=csv', 'shopper', cartId)
    expect(headers.get('content-disposition')).toBe(`attachment; filename="cart-${cartId}-v1-1.csv"`)
  })
})

describe("the log's export", () => {
  it('has every event up to the head', async () => {
    const { manifest, events, trailer } = await logDocumentOf(await askLog('', 'staff'))
    expect(events.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5])
    expect(manifest.source).toEqual({ type: 'log', headPosition: 5, headHash: trailer.last?.hash })
  })

  it('has what the filter lets through, and says which filter it was', async () => {
    const search = '?after=1&type=CartCreated&streamType=cart'
    const { manifest, events } = await logDocumentOf(await askLog(search, 'staff'))
    expect(events.map(({ streamId }) => streamId)).toEqual(['cart-2'])
    expect(manifest.selection).toEqual({ after: 1, upTo: 5, type: 'CartCreated', streamType: 'cart' })
  })

  it('of an empty log is empty', async () => {
    api.over(fakeContext())
    const { manifest, trailer } = await logDocumentOf(await askLog('', 'staff'))
    expect(manifest.source).toEqual({ type: 'log', headPosition: 0, headHash: null })
    expect(trailer).toMatchObject({ count: 0, last: null })
  })

  it('is for staff', async () => {
    expect((await askLog('', 'shopper')).status).toBe(403)
    expect((await askLog('', 'nobody')).status).toBe(401)
  })

  it('is refused as a problem when its beginning can not be read', async () => {
    const unreadable = Object.assign(new Error('Event x'), { name: 'UnreadableEvent', reason: 'UnknownType' })
    const readAll = () => Promise.reject(unreadable)
    api.over(fakeContext({ store: { ...context.store, readAll } }))
    const response = await askLog('?format=csv', 'staff')
    expect(response.status).toBe(503)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })
})
