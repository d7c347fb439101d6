import { beforeEach, describe, expect, it } from 'vitest'
import type { ServerContext } from '../../server/shared-context'
import type { StockCommand } from '../../stock/commands'
import { storedStock } from '../../stock/wire/stored-stock'
import { fakeContext } from '../../testing/fake-context'
import { placeOrder, usd } from '../../testing/orders'
import { serveTestApi } from '../../testing/test-api'
import type { OrderCommand } from '../commands'
import { orderSnapshot } from '../wire/api-orders'
import { storedOrder } from '../wire/stored-order'

const { ask, over } = serveTestApi()

let context: ServerContext
const send = async (...commands: OrderCommand[]) => {
  for (const command of commands) {
    const actor = { kind: 'system', id: 'test' }
    const handled = await context.commands.handle(storedOrder, { streamId: 'cart-1', command, actor })
    expect(handled.type).toBe('accepted')
  }
}

beforeEach(async () => {
  context = fakeContext()
  over(context)
  await send(placeOrder({ cartId: 'cart-1', customerId: 'shopper' }))
})

const post = (key: string, body: object, headers: Record<string, string> = {}, orderId = 'cart-1') =>
  ask(`/api/orders/${orderId}/commands`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

const read = (key: string, path = '/api/orders/cart-1') =>
  ask(path, { headers: { authorization: `Bearer ${key}` } })

const typesOf = async (answered: Response) =>
  ((await answered.json()) as { events: { type: string }[] }).events.map(({ type }) => type)

describe('an order over the API', () => {
  it('is read by its customer and by staff, and is nowhere for others', async () => {
    for (const key of ['shopper', 'staff']) {
      const order = orderSnapshot.parse(await (await read(key)).json())
      expect(order).toMatchObject({
        orderId: 'cart-1',
        status: 'placed',
        contact: { name: 'Ann' },
        shippingAddress: { city: 'Ely' },
        balance: { due: usd(8_500), outstanding: usd(8_500) },
        version: 1,
      })
      // The provider's token is nobody's business.
      expect(JSON.stringify(order)).not.toContain('tok_1')
    }
    expect((await read('other')).status).toBe(404)
    expect((await read('staff', '/api/orders/nobody')).status).toBe(404)
    expect((await read('staff', '/api/orders/cart-1?version=7')).status).toBe(404)
  })

  it('is confirmed, shipped in parts, delivered, returned in part and refunded by staff', async () => {
    await send({ type: 'RecordAuthorisation', paymentId: 'p1', provider: 'test', amount: usd(8_500) })
    const one = [{ lineId: '1', quantity: 2 }]
    const steps = [
      [{ type: 'ConfirmOrder' }, ['OrderConfirmed']],
      [{ type: 'ShipOrder', lines: one, trackingNumber: '1Z' }, ['OrderShipped']],
      [{ type: 'ShipOrder' }, ['OrderShipped']],
      [{ type: 'DeliverOrder' }, ['OrderDelivered', 'OrderDelivered']],
      [{ type: 'ReturnItems', lines: one, reason: 'Chipped' }, ['OrderReturned']],
    ] as const
    for (const [body, types] of steps) expect(await typesOf(await post('staff', body))).toEqual(types)
    await send({ type: 'RecordCapture', paymentId: 'p1', captureId: 'c1', amount: usd(8_500) })
    const commandId = '018f0000-0000-7000-8000-000000000001'
    const refund = { type: 'IssueRefund', amount: usd(2_000), to: 'credit', reason: 'Chipped', commandId }
    expect(await typesOf(await post('staff', refund))).toEqual(['RefundIssued'])
    expect(await typesOf(await post('staff', refund))).toEqual(['RefundIssued'])
    expect(await (await read('staff')).json()).toMatchObject({
      status: 'delivered',
      refunds: [{ refundId: commandId, amount: usd(2_000), to: 'credit' }],
      balance: { outstanding: usd(0), refunded: usd(2_000) },
    })
  })

  it('is cancelled by its customer, who does nothing else with it', async () => {
    for (const type of ['ConfirmOrder', 'ShipOrder', 'DeliverOrder']) {
      const refused = await post('shopper', { type })
      expect(refused.status).toBe(404)
      expect(await refused.json()).toMatchObject({ code: 'OrderNotFound' })
    }
    const cancel = { type: 'CancelOrder', reason: 'Too late' }
    expect((await post('other', cancel)).status).toBe(404)
    const cancelled = await post('shopper', cancel)
    const answered = (await cancelled.json()) as { events: { data: object }[] }
    expect(answered.events).toMatchObject([{ data: { cancelledBy: 'customer' } }])
  })

  it('is done once by a command id, which stands for nothing else', async () => {
    const commandId = '018f0000-0000-7000-8000-000000000002'
    const header = { 'Idempotency-Key': commandId }
    expect(await typesOf(await post('staff', { type: 'ConfirmOrder' }, header))).toEqual(['OrderConfirmed'])
    expect(await typesOf(await post('staff', { type: 'ConfirmOrder', commandId }))).toEqual([
      'OrderConfirmed',
    ])
    const reused = await post('staff', { type: 'ShipOrder', commandId })
    expect(reused.status).toBe(422)
    expect(await reused.json()).toMatchObject({ code: 'CommandIdReused' })
  })

  it('refuses what its rules refuse, with the data', async () => {
    const tooMany = { type: 'ShipOrder', lines: [{ lineId: '1', quantity: 4 }] }
    expect(await (await post('staff', tooMany)).json()).toMatchObject({ code: 'OrderNotConfirmed' })
    await post('staff', { type: 'ConfirmOrder' })
    const refused = await post('staff', tooMany)
    expect(refused.status).toBe(422)
    expect(await refused.json()).toMatchObject({
      code: 'PiecesUnavailable',
      lineId: '1',
      available: 3,
      requested: 4,
    })
    const outdated = await post('staff', { type: 'ShipOrder' }, { 'If-Match': '"1"' })
    expect(outdated.status).toBe(412)
    const odd = await post('staff', { type: 'RecordCapture', paymentId: 'p1' })
    expect(odd.status).toBe(400)
  })

  it('holds other items before it is confirmed, at the prices it was promised, and its stock goes along', async () => {
    const stock = async (streamId: string, command: StockCommand) => {
      const actor = { kind: 'staff', id: 'staff' }
      const handled = await context.commands.handle(storedStock, { streamId, command, actor })
      expect(handled.type).toBe('accepted')
    }
    const reservedOf = async (productId: string) =>
      (await context.aggregates.loadFresh(storedStock, productId)).state.reserved
    await stock('lamp', { type: 'ReceiveStock', quantity: 2 })
    await stock('product-2', { type: 'ReceiveStock', quantity: 5 })
    await stock('product-2', {
      type: 'ReserveStock',
      orderId: 'cart-1',
      quantity: 1,
      at: '2026-11-21T14:00:00Z',
    })
    const update = (...lines: object[]) => post('staff', { type: 'UpdateItems', lines })

    const tooMany = await update({ lineId: '1', quantity: 3 }, { productId: 'lamp', quantity: 3 })
    expect(tooMany.status).toBe(409)
    expect(await tooMany.json()).toMatchObject({ code: 'OutOfStock', productId: 'lamp', available: 2 })
    expect(await reservedOf('lamp')).toBe(0)

    const changed = await update({ lineId: '1', quantity: 4 }, { productId: 'lamp', quantity: 2 })
    expect(await typesOf(changed)).toEqual(['OrderItemsUpdated'])
    expect([await reservedOf('lamp'), await reservedOf('product-2')]).toEqual([2, 0])
    expect(await (await read('staff')).json()).toMatchObject({
      lines: [
        { lineId: '1', quantity: 4, unitPrice: usd(1_000) },
        { lineId: '3', productName: 'Lamp', quantity: 2, unitPrice: usd(1_599) },
      ],
      amounts: { total: usd(7_198) },
    })
    const codeOf = async (answered: Response) => ((await answered.json()) as { code: string }).code
    expect(await codeOf(await update())).toBe('OrderEmpty')
    expect(await codeOf(await update({ lineId: '1', quantity: 1.5 }))).toBe('InvalidQuantity')
    expect(await codeOf(await update({ lineId: '2', quantity: 1 }))).toBe('LineUnknown')
    expect(await codeOf(await update({ productId: 'chair', quantity: 1 }))).toBe('ProductUnknown')
    await post('staff', { type: 'ConfirmOrder' })
    expect(await codeOf(await update({ lineId: '1', quantity: 1 }))).toBe('OrderAlreadyConfirmed')
    expect(await reservedOf('lamp')).toBe(2)
  })

  it('tells who has it already that nothing changed', async () => {
    const etag = (await read('staff')).headers.get('etag') ?? ''
    const again = await ask('/api/orders/cart-1', {
      headers: { authorization: 'Bearer staff', 'if-none-match': etag },
    })
    expect(again.status).toBe(304)
  })
})

describe('the list of orders', () => {
  it('is of one’s own, and of anybody for staff', async () => {
    const asked: object[] = []
    const orders = async (search: object) => {
      asked.push(search)
      return { orders: [], next: null }
    }
    over({ ...context, readModels: { ...context.readModels, orders } })
    await read('shopper', '/api/orders?status=placed&customerId=other')
    await read('staff', '/api/orders?customerId=shopper&after=7&limit=5')
    await read('staff', '/api/orders')
    expect(asked).toMatchObject([
      { customerId: 'shopper', status: 'placed', limit: 100 },
      { customerId: 'shopper', after: 7, limit: 5 },
      { customerId: undefined },
    ])
    expect((await read('staff', '/api/orders?status=odd')).status).toBe(400)
    expect((await ask('/api/orders')).status).toBe(401)
  })
})
