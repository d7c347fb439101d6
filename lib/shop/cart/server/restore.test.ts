import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeContext } from '../../testing/fake-context'
import { serveTestApi } from '../../testing/test-api'
import { restorePreview } from '../wire/api-restore'

const api = serveTestApi()
const as = (who: string) => ({ authorization: `Bearer ${who}`, 'content-type': 'application/json' })

let cartId = ''

const send = async (who: string, body: object) => {
  const sent = { method: 'POST', headers: as(who), body: JSON.stringify(body) }
  const response = await api.ask(`/api/carts/${cartId}/commands`, sent)
  return { status: response.status, body: await response.json() }
}
const lookAhead = async (who: string, toVersion: number | string) => {
  const path = `/api/carts/${cartId}/restore-preview?toVersion=${toVersion}`
  const response = await api.ask(path, { headers: as(who) })
  return { status: response.status, body: await response.json() }
}
const add = (quantity: number) => send('shopper', { type: 'AddItem', productId: 'lamp', quantity })
const restore = (toVersion: number, more: object = {}) => ({ type: 'RestoreCart', toVersion, ...more })

const lamp = { name: 'Lamp', unitPrice: { amount: 1599, currency: 'USD' } }
const catalogue = { offers: vi.fn() }

beforeEach(async () => {
  catalogue.offers.mockReset().mockResolvedValue(new Map([['lamp', lamp]]))
  const context = fakeContext()
  api.over({ ...context, commands: { ...context.commands, catalogue: catalogue as never } })
  const created = await api.ask('/api/carts', { method: 'POST', headers: as('shopper') })
  cartId = (await created.json()).cartId
  await add(2)
  await add(3)
})

const changed = { type: 'ItemQuantityChanged', data: { productId: 'lamp', oldQuantity: 5, newQuantity: 2 } }

describe('RestoreCart', () => {
  it('appends what it takes and what it was, as one story', async () => {
    const { status, body } = await send('shopper', restore(2))
    expect(status).toBe(200)
    expect(body).toMatchObject({
      version: 5,
      events: [changed, { type: 'CartRestored', data: { fromVersion: 3, toVersion: 2 } }],
    })
    for (const { data } of body.events) expect(data).not.toHaveProperty('reason')
    const [one, other] = body.events
    expect(other.metadata).toEqual(one.metadata)
  })

  it('happens once, however often it is sent', async () => {
    const commandId = crypto.randomUUID()
    const first = await send('shopper', restore(1, { commandId }))
    await add(1)
    expect(await send('shopper', restore(1, { commandId }))).toEqual(first)
  })

  it('is refused under the id of something else, and tells strangers nothing of it', async () => {
    const commandId = crypto.randomUUID()
    const take = { type: 'RemoveItem', productId: 'lamp', quantity: 1, reason: 'r', commandId }
    const first = await send('shopper', take)
    const reused = { status: 422, body: { code: 'CommandIdReused' } }
    expect(await send('shopper', restore(1, { commandId }))).toMatchObject(reused)
    expect(await send('shopper', { ...take, quantity: 2 })).toMatchObject(reused)
    expect(await send('staff', restore(1, { commandId, reason: 'they called' }))).toMatchObject(reused)
    expect(await send('other', restore(1, { commandId }))).toMatchObject({ status: 404 })
    expect(await send('shopper', { ...take, expectedVersion: 1 })).toEqual(first)
  })

  it('can be undone by going to where it came from', async () => {
    await send('shopper', restore(1))
    const { body } = await send('shopper', restore(3, { reason: 'undo' }))
    expect(body.events).toMatchObject([
      { type: 'ItemAdded', data: { productId: 'lamp', quantity: 5 } },
      { type: 'CartRestored', data: { fromVersion: 5, toVersion: 3, reason: 'undo' } },
    ])
  })

  it('makes nothing happen when it is so already', async () => {
    expect(await send('shopper', restore(3))).toMatchObject({ status: 200, body: { version: 3, events: [] } })
  })

  it('insists on the version one saw', async () => {
    expect(await send('shopper', restore(1, { expectedVersion: 2 }))).toMatchObject({
      status: 409,
      body: { code: 'ConcurrencyConflict', expected: 2, actual: 3 },
    })
  })

  it('is for staff too, with a reason; nothing else is', async () => {
    expect(await send('staff', restore(2))).toMatchObject({ status: 422, body: { code: 'ReasonMissing' } })
    const { status, body } = await send('staff', restore(2, { reason: 'they called' }))
    expect(status).toBe(200)
    expect(body.events).toMatchObject([
      { metadata: { actor: { kind: 'staff', id: 'staff' } } },
      { metadata: { actor: { kind: 'staff', id: 'staff' } }, data: { reason: 'they called' } },
    ])
    const take = { type: 'RemoveItem', productId: 'lamp', reason: 'r' }
    expect(await send('staff', take)).toMatchObject({ status: 404, body: { code: 'CartNotFound' } })
  })

  it('is not for strangers', async () => {
    expect(await send('other', restore(2))).toMatchObject({ status: 404, body: { code: 'CartNotFound' } })
  })

  it('knows no version that is not there', async () => {
    const missing = { code: 'VersionNotFound', toVersion: 4, headVersion: 3 }
    expect(await send('shopper', restore(4))).toMatchObject({ status: 404, body: missing })
    expect(await send('shopper', restore(0))).toMatchObject({ status: 400, body: { code: 'Malformed' } })
  })

  it('leaves a closed cart as it is', async () => {
    await send('shopper', { type: 'AbandonCart', reason: 'r' })
    for (const who of ['shopper', 'staff']) {
      expect(await send(who, restore(2, { reason: 'r' }))).toMatchObject({
        status: 422,
        body: { code: 'CartAbandoned' },
      })
    }
  })
})

describe('what a restore brings back', () => {
  it('costs what it costs today, as the preview says, also when staff asks for it', async () => {
    const unitPrice = { amount: 5000, currency: 'USD' }
    for (const who of ['shopper', 'staff']) {
      await send('shopper', { type: 'RemoveItem', productId: 'lamp' })
      const { version } = (await lookAhead('shopper', 3)).body
      catalogue.offers.mockResolvedValue(new Map([['lamp', { name: 'Lamp', unitPrice }]]))
      const seen = (await lookAhead(who, 3)).body
      expect(seen.events).toMatchObject([
        { type: 'ItemAdded', data: { productId: 'lamp', quantity: 5, unitPrice } },
        { type: 'CartRestored', data: { fromVersion: version, toVersion: 3 } },
      ])
      const { body } = await send(who, restore(3, { reason: 'asked for' }))
      expect(body.events[0].data).toEqual(seen.events[0].data)
    }
  })

  it('is refused by name where the shop has it no longer', async () => {
    await send('shopper', { type: 'RemoveItem', productId: 'lamp' })
    catalogue.offers.mockResolvedValue(new Map())
    const refused = { status: 422, body: { code: 'ProductUnknown', productId: 'lamp' } }
    expect(await lookAhead('shopper', 3)).toMatchObject(refused)
    expect(await send('shopper', restore(3))).toMatchObject(refused)
  })
})

describe('the preview of a restore', () => {
  it('lists the very events, and appends none', async () => {
    for (const who of ['shopper', 'staff']) {
      const { status, body } = await lookAhead(who, 2)
      expect(status).toBe(200)
      expect(restorePreview.parse(body)).toMatchObject({
        version: 3,
        events: [changed, { type: 'CartRestored' }],
      })
    }
    const seen = (await lookAhead('shopper', 2)).body
    const { body } = await send('shopper', restore(2, { expectedVersion: seen.version }))
    expect(body.events).toMatchObject(seen.events)
  })

  it('refuses as the restore would', async () => {
    expect(await lookAhead('other', 2)).toMatchObject({ status: 404, body: { code: 'CartNotFound' } })
    expect(await lookAhead('shopper', 9)).toMatchObject({ status: 404, body: { code: 'VersionNotFound' } })
    expect(await lookAhead('shopper', 0)).toMatchObject({ status: 400 })
    await send('shopper', { type: 'AbandonCart', reason: 'r' })
    expect(await lookAhead('shopper', 2)).toMatchObject({ status: 422, body: { code: 'CartAbandoned' } })
  })
})
