import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RecordedEvent } from '../../../kit/events/recorded-event'
import { createLog } from '../../../kit/server/log'
import { rebuild } from '../../../kit/server/projections/rebuild'
import { query } from '../../../kit/testing/embedded-harness'
import { eventually } from '../../../kit/testing/eventually'
import type { CartSnapshot } from '../../cart/wire/api-carts'
import { setReminders } from '../../customer/server/set-reminders'
import { createContext } from '../../server/context'
import { projections } from '../../server/projections'
import type { RunningServer } from '../../server/start'
import { askApi, openShopGround, type ShopGround } from '../../testing/started-shop'
import { createUnsubscribe } from './unsubscribe'

let ground: ShopGround
let shop: RunningServer
let shopper: string
let staff: string

beforeAll(async () => {
  ground = await openShopGround({ CART_REMINDER_AFTER: '1s', CART_ABANDONED_AFTER: '2s' })
  shopper = await ground.createKey('shopper')
  staff = await ground.createKey('staff')
  shop = await ground.start()
})
afterAll(() => ground.remove())

const send = (cartId: string, command: object) =>
  askApi<{ events: readonly RecordedEvent[] }>(shop, shopper, `/api/carts/${cartId}/commands`, command)
const cartAt = (cartId: string) => askApi<CartSnapshot>(shop, shopper, `/api/carts/${cartId}`)
const ask = (text: string) => query(ground.database.ownerUrl, text)
const headOfLog = () => ask('SELECT position FROM log_head')
/** There is no server for mail: what is to be sent waits. */
const waitingRows = () => ask("SELECT queue, key FROM waiting_work WHERE queue <> 'mail'")
const add = { type: 'AddItem', productId: 'ceramic-mug', quantity: 1 }

it('a cart that is left alone is closed, and taken up again by what its owner does next', async () => {
  const { cartId } = await askApi<{ cartId: string }>(shop, shopper, '/api/carts', {})
  await send(cartId, add)
  const left = await eventually(async () => {
    const cart = await cartAt(cartId)
    expect(cart.status).toBe('abandoned')
    return cart
  })
  expect(left).toMatchObject({ itemCount: 1, version: 3 })
  expect(left.idleSince).toBeDefined()

  const path = `/api/streams/abandonment/${cartId}/events`
  const { events } = await askApi<{ events: readonly RecordedEvent[] }>(shop, staff, path)
  const types = events.map(({ type }) => type)
  expect(types.slice(0, 3)).toEqual(['InputTaken', 'CartWatched', 'EffectRequested'])
  expect(types).toContain('CartIdled')
  const cart = await askApi<{ events: readonly RecordedEvent[] }>(
    shop,
    shopper,
    `/api/carts/${cartId}/events`,
  )
  const [created, , abandoned] = cart.events
  expect(abandoned?.metadata).toMatchObject({
    actor: { kind: 'system', id: 'abandonment' },
    correlationId: created?.metadata.correlationId,
  })

  const back = await send(cartId, add)
  expect(back.events.map(({ type }) => type)).toEqual(['CartReopened', 'ItemAdded'])
  expect(await cartAt(cartId)).toMatchObject({ status: 'active', itemCount: 2 })
  await eventually(async () => expect((await cartAt(cartId)).status).toBe('abandoned'))
})

it('staff sees how its process is, and nobody else does', async () => {
  const { processes } = await askApi<{ processes: readonly object[] }>(shop, staff, '/api/processes')
  expect(processes).toMatchObject([
    { name: 'abandonment', status: 'running', parked: 0 },
    { name: 'fulfilment', status: 'running', parked: 0 },
    { name: 'invoicing', status: 'running', parked: 0 },
  ])
  expect(await askApi(shop, staff, '/api/processes/abandonment/parked')).toEqual({ parked: [], next: null })
  expect(await askApi(shop, staff, '/api/processes/abandonment/retry', {})).toEqual({ retried: 0 })
  await expect(askApi(shop, staff, '/api/processes/none/parked')).rejects.toThrow('ProcessNotFound')
  await expect(askApi(shop, shopper, '/api/processes')).rejects.toThrow('403')
})

it('who likes to be reminded gets one mail about a cart they leave, which tells how to stop that', async () => {
  const { cartId } = await askApi<{ cartId: string }>(shop, shopper, '/api/carts', {})
  const { events } = await send(cartId, add)
  const { id } = events[0]?.metadata.actor ?? { id: '' }
  const context = await createContext(ground.config, ground.database, createLog('silent'))
  try {
    await setReminders(context.commands, id, { kind: 'customer', id }, { mayRemind: true, by: 'page' })
    const mail = await eventually(async () => {
      const [newest] = await context.mail.list({ limit: 10 })
      expect(newest?.kind).toBe('cart-reminder')
      return context.mail.open(newest?.id ?? '')
    })
    expect(mail?.envelope?.subject).toBe('Your cart at Hindsight is still here')
    expect(mail?.content?.text).toContain('1 x Ceramic Mug')
    expect(mail?.content?.text).toContain('/reminders#')
    expect(mail?.content?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' })
    await eventually(async () => expect((await cartAt(cartId)).status).toBe('abandoned'))
    expect(await context.mail.list({ limit: 10 })).toHaveLength(1)
    expect(await askApi(shop, staff, '/api/processes/abandonment/parked')).toEqual({ parked: [], next: null })
  } finally {
    await context.close()
  }
})

it('the link of a reminder stops them without signing in, a mail program’s own button too', async () => {
  const { tokenOf } = createUnsubscribe(ground.database.secret)
  const stop = (token: string) =>
    fetch(`${shop.url}/api/reminders/stop?token=${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
  expect((await stop('forged.token')).status).toBe(404)
  const stopped = await stop(tokenOf('somebody'))
  expect([stopped.status, await stopped.json()]).toEqual([200, { stopped: true }])
})

it('all that follows the log, and every read model, begun anew from its first event, appends nothing and sends nothing', async () => {
  const { cartId } = await askApi<{ cartId: string }>(shop, shopper, '/api/carts', {})
  await send(cartId, add)
  await eventually(async () => expect((await cartAt(cartId)).status).toBe('abandoned'))
  await eventually(async () => expect(await waitingRows()).toEqual([]))
  await shop.stop()
  const [log, mails] = [await headOfLog(), await ask('SELECT count(*) FROM mails')]
  expect(mails).not.toEqual([{ count: '0' }])

  await ask('UPDATE subscriptions SET position = 0')
  shop = await ground.start()
  await eventually(async () => {
    expect(await ask('SELECT s.name FROM subscriptions s, log_head h WHERE s.position < h.position')).toEqual(
      [],
    )
  })
  const context = await createContext(ground.config, ground.database, createLog('silent'))
  for (const projection of projections) {
    const built = await rebuild({ connection: ground.database.pool, store: context.store }, projection)
    expect(built.type).toBe('rebuilt')
  }
  await context.close()
  await eventually(async () => expect(await waitingRows()).toEqual([]))
  expect(await headOfLog()).toEqual(log)
  expect(await ask('SELECT count(*) FROM mails')).toEqual(mails)
})
