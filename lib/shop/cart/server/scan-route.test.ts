import { beforeEach, describe, expect, it } from 'vitest'
import { fromScanLine, type ScanLine } from '../../../kit/wire/scan'
import type { ServerContext } from '../../server/shared-context'
import { cartStream } from '../../server/streams'
import { cartCreated, itemAdded, newEvent } from '../../testing/events'
import { fakeContext } from '../../testing/fake-context'
import { serveTestApi } from '../../testing/test-api'

const api = serveTestApi()
let context: ServerContext
beforeEach(async () => {
  context = fakeContext()
  api.over(context)
  await append([cartCreated('shopper'), itemAdded('lamp'), itemAdded('mug', 2)])
})

const append = (events: readonly Parameters<typeof newEvent>[0][], overrides = {}) =>
  context.store.append({
    stream: cartStream('cart-1'),
    expectedVersion: 'any',
    events: events.map((event) => newEvent(event, overrides)),
  })

const ask = (search = '', as = 'shopper', cartId = 'cart-1') =>
  api.ask(`/api/carts/${cartId}/scan${search}`, { headers: { authorization: `Bearer ${as}` } })

const eventsIn = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => fromScanLine(JSON.parse(line) as ScanLine))

describe('a scan', () => {
  it('has every event in short, oldest first', async () => {
    const response = await ask()
    expect(response.headers.get('content-type')).toBe('application/stream+json')
    const text = await response.text()
    expect(text.split('\n')[0]).toBe(
      `[1,${Date.parse('2026-01-02T03:04:05.678Z')},"CartCreated",{"customerId":"shopper"},"system","test"]`,
    )
    expect(eventsIn(text)).toMatchObject([cartCreated('shopper'), itemAdded('lamp'), itemAdded('mug', 2)])
  })

  it('goes on after a version, and is empty at the head', async () => {
    expect(eventsIn(await (await ask('?after=2')).text()).map(({ version }) => version)).toEqual([3])
    expect(await (await ask('?after=3')).text()).toBe('')
  })

  it('ends where the cart stood when it was asked for', async () => {
    const response = await ask()
    await append([itemAdded('tea')])
    expect(eventsIn(await response.text())).toHaveLength(3)
  })

  it('tells events of older shapes in their current one', async () => {
    const data = {
      paymentMethod: 'card',
      totalAmount: { amount: 1, currency: 'USD' },
      shippingAddress: { street: 's', city: 'c', state: 't', zipCode: 'z', country: 'u' },
    }
    await append([itemAdded()], { type: 'CartCheckedOut', schemaVersion: 1, data })
    const [event] = eventsIn(await (await ask('?after=3')).text())
    expect(event).toMatchObject({ type: 'CartCheckedOut', data: { payment: { method: 'card' } } })
  })

  it("is its owner's and staff's alone", async () => {
    expect((await ask('', 'staff')).status).toBe(200)
    expect((await ask('', 'other')).status).toBe(404)
    expect((await ask('', 'nobody')).status).toBe(401)
    expect((await ask('', 'staff', 'cart-9')).status).toBe(404)
    expect((await ask('?after=-1')).status).toBe(400)
  })

  it('is refused when its beginning can not be read, and breaks off when something later can not', async () => {
    const unreadable = Object.assign(new Error('Event x'), { name: 'UnreadableEvent', reason: 'UnknownType' })
    const { store } = context
    api.over(
      fakeContext({
        store: {
          ...store,
          headVersion: async () => 2_000,
          readStream: async (stream, range = {}) => {
            if (range.from === 2_000) throw unreadable
            const [event] = await store.readStream(stream)
            const first = range.from ?? 1
            if (!event) throw new Error('The cart is there')
            return Array.from({ length: 1_000 }, (_, index) => ({ ...event, version: first + index }))
          },
        },
      }),
    )
    expect((await ask('?after=1999')).status).toBe(503)
    const broken = await ask('?after=999')
    expect(broken.status).toBe(200)
    await expect(broken.text()).rejects.toThrow()
  })
})
