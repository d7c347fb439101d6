import fc from 'fast-check'
import pino from 'pino'
import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createAccess } from '../../../kit/server/access/access'
import { createAggregates } from '../../../kit/server/aggregates/aggregates'
import { createHandle } from '../../../kit/server/commands/handle'
import { asSubscription } from '../../../kit/server/projections/as-subscription'
import { loadStream } from '../../../kit/server/store/load'
import { catchUp } from '../../../kit/server/subscriptions/catch-up'
import { foldReaderOf } from '../../../kit/testing/fold-reader'
import { handlerOver } from '../../../kit/testing/handler'
import { noTerms } from '../../amounts/pricing-terms'
import type { OrderEvent } from '../../order/events'
import { shopPolicy } from '../../server/auth/policy'
import type { StockCommand } from '../../stock/commands'
import type { StockEvent } from '../../stock/events'
import { stockProjection } from '../../stock/server/stock-projection'
import { availableOf } from '../../stock/state'
import { storedStock } from '../../stock/wire/stored-stock'
import { openShopDatabase, type ShopDatabase } from '../../testing/open-shop-database'
import { person } from '../../testing/person'
import { streamTypes } from '../../wire/stream-types'
import type { OfferedProduct } from '../commands'
import { type CartCommandDependencies, createCart, handleCartRequest } from './cart-commands'
import { createPlaceOrder } from './place-order'
import type { PlacingTerms } from './price-order'

let database: ShopDatabase
beforeAll(async () => {
  database = await openShopDatabase()
})
afterAll(() => database.close())

const staff = { kind: 'staff', id: 'staff' } as const
const shippingAddress = { street: '1 Way', city: 'Town', state: 'TS', zipCode: '1', country: 'US' }
const offer: OfferedProduct = { name: 'A thing', unitPrice: { amount: 100, currency: 'USD' } }
let terms: PlacingTerms = { ...noTerms, editWindowSeconds: 600 }

const newNode = (): CartCommandDependencies => {
  const { store, codec } = database
  const aggregates = createAggregates({ store, read: foldReaderOf(database) })
  const catalogue = { offers: async (ids: readonly string[]) => new Map(ids.map((id) => [id, offer])) }
  const access = createAccess({ store, types: streamTypes, policy: shopPolicy })
  const handler = { ...handlerOver(store, codec.registry), aggregates }
  const placeOrder = createPlaceOrder({
    terms: async () => terms,
    categories: async () => new Map(),
    now: handler.now,
  })
  return { ...handler, handle: createHandle(handler), access, catalogue, placeOrder }
}

const stockCommand = (node: CartCommandDependencies, productId: string, command: StockCommand) =>
  node.handle(storedStock, { streamId: productId, command, actor: staff })

const stockOf = async (productId: string) => {
  const events = await loadStream<StockEvent>(database.store, { type: 'stock', id: productId })
  return storedStock.fold(storedStock.initial(productId), events)
}

const orderOf = (orderId: string) => loadStream<OrderEvent>(database.store, { type: 'order', id: orderId })

/** A shopper's cart with so many of each. */
const fill = async (node: CartCommandDependencies, userId: string, wanted: Record<string, number>) => {
  const created = await createCart(node, person(userId))
  if (created.type !== 'accepted') throw new Error('No cart')
  for (const [productId, quantity] of Object.entries(wanted)) {
    await handleCartRequest(
      node,
      person(userId),
      created.streamId,
      { type: 'AddItem', productId, quantity },
      {},
    )
  }
  return created.streamId
}

const checkOut = (
  node: CartCommandDependencies,
  userId: string,
  cartId: string,
  commandId: string | undefined = undefined,
  more: object = {},
) =>
  handleCartRequest(
    node,
    person(userId),
    cartId,
    { type: 'Checkout', paymentMethod: 'Card', shippingAddress, ...more },
    { commandId },
  )

it('64 shoppers after the last 10 pieces: 10 orders, 54 are told, none is oversold', async () => {
  const nodes = [newNode(), newNode()] as const
  await stockCommand(nodes[0], 'last', { type: 'ReceiveStock', quantity: 10 })
  const shoppers = Array.from({ length: 64 }, (_, nth) => `shopper-${nth}`)
  const carts = await Promise.all(shoppers.map((id, nth) => fill(nodes[nth % 2 ? 1 : 0], id, { last: 1 })))
  const answers = await Promise.all(
    shoppers.map((id, nth) => checkOut(nodes[nth % 2 ? 0 : 1], id, carts[nth] as string, uuidv4())),
  )
  const told = answers.filter((answer) => answer.type === 'rejected')
  expect(told).toEqual(
    Array.from({ length: 54 }, () => ({
      type: 'rejected',
      rejection: { type: 'OutOfStock', productId: 'last', productName: 'A thing', available: 0 },
    })),
  )
  const ordered = carts.filter((_, nth) => answers[nth]?.type === 'accepted')
  expect(ordered).toHaveLength(10)
  const stock = await stockOf('last')
  expect([availableOf(stock), stock.reserved]).toEqual([0, 10])
  expect(stock.reservations.map(({ orderId }) => orderId).sort()).toEqual([...ordered].sort())
  const orders = await Promise.all(carts.map((cartId) => orderOf(cartId)))
  expect(orders.filter((events) => events.length > 0)).toHaveLength(10)
})

it('an order has all that was in the cart or nothing, and the answer stays the same', async () => {
  const node = newNode()
  await stockCommand(node, 'plenty', { type: 'ReceiveStock', quantity: 5 })
  await stockCommand(node, 'scarce', { type: 'ReceiveStock', quantity: 1 })
  const cartId = await fill(node, 'ann', { plenty: 2, scarce: 2, uncounted: 3 })
  const refused = uuidv4()
  const answer = await checkOut(node, 'ann', cartId, refused)
  expect(answer).toMatchObject({ rejection: { type: 'OutOfStock', productId: 'scarce', available: 1 } })
  expect((await stockOf('plenty')).reserved).toBe(0)
  expect(await orderOf(cartId)).toEqual([])

  await stockCommand(node, 'scarce', { type: 'ReceiveStock', quantity: 1 })
  expect(await checkOut(node, 'ann', cartId, refused)).toEqual(answer)
  const commandId = uuidv4()
  const placed = await checkOut(node, 'ann', cartId, commandId)
  expect(placed).toMatchObject({ type: 'accepted', events: [{ type: 'CartCheckedOut' }] })
  expect(await checkOut(newNode(), 'ann', cartId, commandId)).toEqual(placed)
  expect(await orderOf(cartId)).toMatchObject([
    {
      type: 'OrderPlaced',
      data: {
        cartId,
        customerId: 'ann',
        contact: { name: 'ann', email: 'ann@example.com' },
        lines: [
          { lineId: '1', productId: 'plenty', quantity: 2 },
          { lineId: '2', productId: 'scarce', quantity: 2 },
          { lineId: '3', productId: 'uncounted', quantity: 3 },
        ],
        amounts: { total: { amount: 700, currency: 'USD' } },
        payment: { method: 'Card' },
      },
    },
  ])
  expect(
    await Promise.all(['plenty', 'scarce', 'uncounted'].map(async (id) => (await stockOf(id)).reserved)),
  ).toEqual([2, 2, 0])
})

it('what begins to be counted while somebody checks out is reserved, or was not counted yet', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uuid(), fc.nat(3), async (productId, quantity) => {
      const [one, other] = [newNode(), newNode()]
      const cartId = await fill(one, 'bob', { [productId]: 2 })
      const [counted, answer] = await Promise.all([
        stockCommand(other, productId, { type: 'CountStock', quantity }),
        checkOut(one, 'bob', cartId),
      ])
      expect(counted.type).toBe('accepted')
      const placed = (await orderOf(cartId)).at(0)
      const [first] = await loadStream(database.store, { type: 'stock', id: productId })
      const { reserved } = await stockOf(productId)
      if (answer.type === 'rejected') expect([placed, reserved, quantity < 2]).toEqual([undefined, 0, true])
      else expect(reserved).toBe((placed?.position ?? 0) > (first?.position ?? 0) ? 2 : 0)
    }),
    { numRuns: 15 },
  )
})

it('the total that was shown is the total that is placed', async () => {
  const node = newNode()
  const cartId = await fill(node, 'cid', { thing: 2 })
  const none = terms
  terms = {
    ...terms,
    shippingRates: [
      {
        id: 'post',
        countries: [],
        by: 'total',
        steps: [{ from: 0, price: { amount: 490, currency: 'USD' } }],
      },
    ],
  }
  const usd = (amount: number) => ({ amount, currency: 'USD' })
  expect(await checkOut(node, 'cid', cartId, uuidv4(), { seenTotal: usd(200) })).toMatchObject({
    rejection: { type: 'OrderTotalChanged', seen: usd(200), amounts: { total: usd(690) } },
  })
  expect(
    await checkOut(node, 'cid', cartId, uuidv4(), { seenTotal: usd(690), discountCode: 'NONE' }),
  ).toMatchObject({ rejection: { type: 'DiscountUnknown', discountCode: 'NONE' } })
  const placed = await checkOut(node, 'cid', cartId, uuidv4(), { seenTotal: usd(690) })
  terms = none
  expect(placed.type).toBe('accepted')
  expect((await orderOf(cartId)).at(0)?.data).toMatchObject({ amounts: { total: usd(690) } })
})

it('a code that may be used twice is used twice, however many try at once', async () => {
  const nodes = [newNode(), newNode()] as const
  const none = terms
  terms = {
    ...terms,
    discountCodes: [{ code: 'TWICE', worth: { type: 'percent', rate: 5_000 }, limit: 2 }],
  }
  const shoppers = ['dan', 'eve', 'fay', 'gus', 'hal', 'ivy']
  const carts = await Promise.all(shoppers.map((id, nth) => fill(nodes[nth % 2 ? 1 : 0], id, { thing: 1 })))
  const answers = await Promise.all(
    shoppers.map((id, nth) =>
      checkOut(nodes[nth % 2 ? 0 : 1], id, carts[nth] as string, uuidv4(), { discountCode: 'twice' }),
    ),
  )
  terms = none
  const told = answers.map((answer) => (answer.type === 'rejected' ? answer.rejection.type : 'placed'))
  expect(told.toSorted()).toEqual([...Array(4).fill('DiscountUsedUp'), 'placed', 'placed'])
})

it('the read model has what is reserved', async () => {
  await catchUp(
    { ...database, log: pino({ level: 'silent' }) },
    asSubscription(stockProjection, database.store),
  )
  const { rows } = await database.pool.query(
    "SELECT on_hand, reserved, is_counted FROM stock WHERE product_id = 'last'",
  )
  expect(rows).toEqual([{ on_hand: 10, reserved: 10, is_counted: true }])
})
