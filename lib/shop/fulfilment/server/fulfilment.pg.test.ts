import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RecordedEvent } from '../../../kit/events/recorded-event'
import { createLog } from '../../../kit/server/log'
import { checkProcess } from '../../../kit/server/processes/check-process'
import { query } from '../../../kit/testing/embedded-harness'
import { eventually } from '../../../kit/testing/eventually'
import type { OrderCommand } from '../../order/commands'
import { storedOrder } from '../../order/wire/stored-order'
import type { TestPayment } from '../../payment/test-payment'
import { type Context, createContext } from '../../server/context'
import type { RunningServer } from '../../server/start'
import { placeOrder } from '../../testing/orders'
import { askApi, openShopGround, type ShopGround } from '../../testing/started-shop'
import { fulfilmentType } from '../wire/fulfilment-type'

let ground: ShopGround
let shop: RunningServer
let context: Context
let staff: string

beforeAll(async () => {
  ground = await openShopGround()
  staff = await ground.createKey('staff')
  shop = await ground.start()
  context = await createContext(ground.config, ground.database, createLog('silent'))
})
afterAll(async () => {
  await context.close()
  await ground.remove()
})

const ask = (text: string) => query(ground.database.ownerUrl, text)
const paymentsOf = async (orderId: string): Promise<readonly TestPayment[]> =>
  (await ask(`SELECT payment FROM test_provider.payments WHERE payment->>'orderId' = '${orderId}'`)).map(
    ({ payment }) => payment as unknown as TestPayment,
  )
const send = async (orderId: string, command: OrderCommand) => {
  const actor = { kind: 'staff', id: 'sue' } as const
  const { type } = await context.commands.handle(storedOrder, { streamId: orderId, command, actor })
  expect(type).toBe('accepted')
}
/** An order on a card of this number, whose window is over as it is placed. */
const place = async (number: string): Promise<string> => {
  const orderId = uuidv7()
  const { token } = await askApi<{ token: string }>(shop, staff, '/api/payments/test/cards', { number })
  const payment = { method: 'card', reference: token }
  const editableUntil = new Date().toISOString()
  await send(orderId, placeOrder({ cartId: orderId, payment, editableUntil }))
  return orderId
}
const storyOf = async (orderId: string): Promise<readonly RecordedEvent[]> =>
  context.store.readStream({ type: 'order', id: orderId })
const untilTold = (orderId: string, ...types: readonly string[]) =>
  eventually(async () => expect((await storyOf(orderId)).map(({ type }) => type)).toEqual(types))

it('an order is paid, confirmed, charged as it is sent and told about by mail, as one story', async () => {
  const orderId = await place('4242424242424242')
  await untilTold(orderId, 'OrderPlaced', 'PaymentAuthorised', 'OrderConfirmed')
  await send(orderId, { type: 'ShipOrder', carrier: 'Post', trackingNumber: 'P-17' })
  await untilTold(
    orderId,
    'OrderPlaced',
    'PaymentAuthorised',
    'OrderConfirmed',
    'OrderShipped',
    'PaymentReceived',
  )
  expect(await paymentsOf(orderId)).toMatchObject([{ status: 'over', captures: [{ amount: 8_500 }] }])
  const [placed, authorised] = await storyOf(orderId)
  expect(authorised?.metadata).toMatchObject({
    actor: { kind: 'system', id: 'fulfilment' },
    correlationId: placed?.metadata.correlationId,
  })
  await eventually(async () => {
    const mails = await context.mail.list({ to: 'ann@example.com', limit: 10 })
    expect(mails.map(({ kind }) => kind)).toEqual(['order-shipped', 'order-confirmed'])
    const [shipped] = await Promise.all(mails.map(({ id }) => context.mail.open(id)))
    expect(shipped?.content?.text).toContain('Post, P-17')
  })
})

it('is charged once where the answer got lost, since the provider is asked before it is tried again', async () => {
  const orderId = await place('4000000000000119')
  await untilTold(orderId, 'OrderPlaced', 'PaymentAuthorised', 'OrderConfirmed')
  expect(await paymentsOf(orderId)).toHaveLength(1)
})

it('tells whoever pays where to say yes, and goes on when they did', async () => {
  const orderId = await place('4000000000003220')
  const { url } = await eventually(async () => {
    const waits = await askApi<{ awaited: boolean; url?: string }>(
      shop,
      staff,
      `/api/orders/${orderId}/payment`,
    )
    expect(waits.awaited).toBe(true)
    return waits
  })
  await context.payments.test?.confirm(url?.split('/').at(-1) ?? '', true)
  await untilTold(orderId, 'OrderPlaced', 'PaymentAuthorised', 'OrderConfirmed')
})

it('followed anew from its first event it charges nobody, writes to nobody, and decides the same', async () => {
  const orderId = await place('4000000000000002')
  await untilTold(orderId, 'OrderPlaced', 'PaymentFailed', 'OrderCancelled')
  const waiting = () => ask("SELECT queue FROM waiting_work WHERE queue NOT IN ('mail', 'process timers')")
  await eventually(async () => expect(await waiting()).toEqual([]))
  await shop.stop()
  const before = await ask(
    `SELECT position, (SELECT count(*) FROM mails) AS mails,
            (SELECT string_agg(p::text, ' ' ORDER BY payment_id) FROM test_provider.payments p) AS payments
     FROM log_head`,
  )
  await ask('UPDATE subscriptions SET position = 0')
  shop = await ground.start()
  await eventually(async () => {
    expect(await ask('SELECT s.name FROM subscriptions s, log_head h WHERE s.position < h.position')).toEqual(
      [],
    )
  })
  await eventually(async () => expect(await waiting()).toEqual([]))
  expect(
    await ask(
      `SELECT position, (SELECT count(*) FROM mails) AS mails,
              (SELECT string_agg(p::text, ' ' ORDER BY payment_id) FROM test_provider.payments p) AS payments
       FROM log_head`,
    ),
  ).toEqual(before)
  const checked = await checkProcess({ sql: context.pool, store: context.store }, fulfilmentType)
  expect(checked).toMatchObject({ instances: 4, difference: undefined })
})

it("a card's number stands nowhere in the database", async () => {
  await place('4242 4242 4242 4242')
  const logged = await ask("SELECT count(*)::int AS n FROM events WHERE data::text ~ '4242 ?4242 ?4242'")
  expect(logged).toEqual([{ n: 0 }])
})
