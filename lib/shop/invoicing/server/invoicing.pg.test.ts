import { afterAll, beforeAll, expect, it } from 'vitest'
import { createLog } from '../../../kit/server/log'
import { eventually } from '../../../kit/testing/eventually'
import { readInvoice } from '../../invoices/server/read-invoice'
import type { OrderCommand } from '../../order/commands'
import { storedOrder } from '../../order/wire/stored-order'
import { type Context, createContext } from '../../server/context'
import { placeOrder, usd } from '../../testing/orders'
import { openShopGround, type ShopGround } from '../../testing/started-shop'

let ground: ShopGround
let context: Context

beforeAll(async () => {
  ground = await openShopGround()
  await ground.start()
  context = await createContext(ground.config, ground.database, createLog('silent'))
})
afterAll(async () => {
  await context.close()
  await ground.remove()
})

const send = async (orderId: string, ...commands: OrderCommand[]) => {
  for (const command of commands) {
    const actor = { kind: 'staff', id: 'sue' }
    const handled = await context.commands.handle(storedOrder, { streamId: orderId, command, actor })
    expect(handled.type).toBe('accepted')
  }
}

const confirm: OrderCommand = { type: 'ConfirmOrder', by: 'staff', at: '2026-11-30T12:00:00.000Z' }

it('orders that are confirmed at once are invoiced by numbers without a gap, and refunds have their notes', async () => {
  const orders = Array.from({ length: 12 }, (_, nth) => `order-${nth}`)
  await Promise.all(
    orders.map((orderId) => send(orderId, placeOrder({ cartId: orderId, customerId: 'ann' }), confirm)),
  )
  const invoices = await eventually(async () => {
    const found = await Promise.all(orders.map((orderId) => readInvoice(context, orderId)))
    expect(found.filter((invoice) => !invoice)).toEqual([])
    return found
  })
  const year = invoices[0]?.number.slice(0, 4)
  expect(invoices.map((invoice) => invoice?.number).sort()).toEqual(
    orders.map((_, nth) => `${year}-${String(nth + 1).padStart(6, '0')}`),
  )

  await send(
    'order-3',
    { type: 'RecordAuthorisation', paymentId: 'p1', provider: 'test', amount: usd(8_500) },
    { type: 'RecordCapture', paymentId: 'p1', captureId: 'c1', amount: usd(8_500) },
    { type: 'IssueRefund', refundId: 'r1', amount: usd(2_000), to: 'card', reason: 'Chipped' },
  )
  await eventually(async () =>
    expect((await readInvoice(context, 'order-3'))?.creditNotes).toMatchObject([
      { number: `${year}-000013`, amount: usd(2_000), reason: 'Chipped' },
    ]),
  )
})
