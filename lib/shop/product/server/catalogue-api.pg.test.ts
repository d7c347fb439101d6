import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RunningServer } from '../../server/start'
import { openShopGround, type ShopGround } from '../../testing/started-shop'
import { starterProducts } from './starter-products'

let ground: ShopGround
let shop: RunningServer
let keys: { readonly staff: string; readonly shopper: string }

beforeAll(async () => {
  ground = await openShopGround()
  keys = { staff: await ground.createKey('staff'), shopper: await ground.createKey('shopper') }
  shop = await ground.start()
})
afterAll(() => ground.remove())

const ask = async (path: string, body?: object, who: keyof typeof keys = 'staff') => {
  const response = await fetch(`${shop.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${keys[who]}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}

const usd = (amount: number) => ({ amount, currency: 'USD' })
const cup = { productId: 'tea-cup', name: 'Tea Cup', category: 'Kitchen', unitPrice: usd(900) }
const change = (productId: string, body: object, who: keyof typeof keys = 'staff') =>
  ask(`/api/products/${productId}/commands`, body, who)
/** Waits until the shop sells what was told by then. */
const isSoldAsOf = (position: number) => ask(`/api/products?limit=1&waitFor=${position}`)
const catalogue = async (query: string, position: number) =>
  (await ask(`/api/catalogue?waitFor=${position}&${query}`)).body.products

it('staff lists a product with its stock, and changes both', async () => {
  const commandId = randomUUID()
  const listed = await ask('/api/products', { ...cup, group: 'cups', stock: 5, commandId })
  expect(listed).toMatchObject({ status: 201, body: { productId: 'tea-cup', version: 1 } })
  expect(await ask('/api/products', { ...cup, group: 'cups', stock: 5, commandId })).toEqual(listed)
  expect(await ask('/api/products', cup)).toMatchObject({
    status: 409,
    body: { code: 'ProductAlreadyListed' },
  })

  await change('tea-cup', { type: 'PriceProduct', unitPrice: usd(1_000) })
  await change('tea-cup', { type: 'ReceiveStock', quantity: 2, reason: 'Delivery 17' })
  const told = { name: 'Tea Cup, white', description: 'Thin.', category: 'Tea', group: 'cups' }
  const { body } = await change('tea-cup', { type: 'DescribeProduct', ...told })
  expect(await catalogue('q=TEA%20CUP', body.position)).toEqual([
    {
      productId: 'tea-cup',
      ...told,
      unitPrice: usd(1_000),
      hasPicture: false,
      isWithdrawn: false,
      stock: { onHand: 7, reserved: 0, available: 7 },
    },
  ])
})

it('is refused what the rules refuse, and is for staff alone', async () => {
  expect(await change('nothing', { type: 'ReceiveStock', quantity: 1 })).toMatchObject({
    status: 404,
    body: { code: 'ProductNotListed' },
  })
  expect(
    await change('tea-cup', { type: 'WriteOffStock', quantity: 100, reason: 'Fell down' }),
  ).toMatchObject({ status: 409, body: { code: 'OutOfStock', available: 7 } })
  for (const denied of [
    await ask('/api/products', { ...cup, productId: 'mine' }, 'shopper'),
    await change('tea-cup', { type: 'WithdrawProduct' }, 'shopper'),
    await ask('/api/catalogue', undefined, 'shopper'),
  ]) {
    expect(denied.status).toBe(403)
  }
  expect(await change('tea-cup', { type: 'PriceProduct', unitPrice: usd(-1) })).toMatchObject({ status: 400 })
})

it('says how many open carts hold a product before it is withdrawn, and sells it no more then', async () => {
  const { body: cart } = await ask('/api/carts', {}, 'shopper')
  const send = (body: object) => ask(`/api/carts/${cart.cartId}/commands`, body, 'shopper')
  const { body: added } = await send({ type: 'AddItem', productId: 'tea-cup', quantity: 3 })
  expect((await ask(`/api/products/tea-cup/open-carts?waitFor=${added.position}`)).body).toMatchObject({
    carts: 1,
    pieces: 3,
    isMore: false,
  })

  const { body: withdrawn } = await change('tea-cup', {
    type: 'WithdrawProduct',
    reason: 'The potter retired',
  })
  await isSoldAsOf(withdrawn.position)
  expect(await send({ type: 'AddItem', productId: 'tea-cup', quantity: 1 })).toMatchObject({
    status: 422,
    body: { code: 'ProductIsWithdrawn' },
  })
  const address = { street: '1 Way', city: 'Town', state: 'CA', zipCode: '90210', country: 'US' }
  await send({ type: 'AddItem', productId: 'ceramic-mug', quantity: 1 })
  const checkout = { type: 'Checkout', paymentMethod: 'Card', shippingAddress: address }
  const { body: seen } = await ask(`/api/carts/${cart.cartId}`, undefined, 'shopper')
  const refused = await send({ ...checkout, seen: { version: seen.version, total: seen.total } })
  expect(refused).toMatchObject({
    status: 409,
    body: { code: 'SeenChanged', withdrawn: [{ productId: 'tea-cup', quantity: 3 }] },
  })
  const { actual } = refused.body
  expect((await send({ ...checkout, seen: actual })).status).toBe(200)
  const events = await ask(`/api/streams/order/${cart.cartId}/events`)
  expect(events.body.events[0].data.lines).toMatchObject([{ productId: 'ceramic-mug', quantity: 1 }])

  const { body } = await change('tea-cup', { type: 'BringBackProduct' })
  expect(await catalogue('withdrawn=yes', body.position)).toEqual([])
})

it('what was counted runs out for the next, and is told how many are left', async () => {
  const { body: listed } = await ask('/api/products', {
    ...cup,
    productId: 'last-cup',
    name: 'Last Cup',
    stock: 1,
  })
  await isSoldAsOf(listed.position)
  const address = { street: '1 Way', city: 'Town', state: 'CA', zipCode: '90210', country: 'US' }
  const { body: cart } = await ask('/api/carts', {}, 'shopper')
  const send = (body: object) => ask(`/api/carts/${cart.cartId}/commands`, body, 'shopper')
  await send({ type: 'AddItem', productId: 'last-cup', quantity: 2 })
  const checkout = { type: 'Checkout', paymentMethod: 'Card', shippingAddress: address }
  expect(await send(checkout)).toMatchObject({
    status: 409,
    body: { code: 'OutOfStock', productId: 'last-cup', available: 1 },
  })
  await send({ type: 'RemoveItem', productId: 'last-cup', quantity: 1 })
  const { body } = await send(checkout)
  expect(await catalogue('q=last-cup', body.position + 2)).toMatchObject([
    { stock: { onHand: 1, reserved: 1, available: 0 } },
  ])
})

it('a file is tried, taken over, and tells of each line', async () => {
  const csv = 'id,name,price\ntea-cup,Tea Cup,11\nspoon,Spoon,3.50\nfork,,1\n'
  const tried = await ask('/api/catalogue/import', { csv })
  expect(tried.body).toMatchObject({
    lines: 4,
    of: { header: 1, listed: 1, changed: 1, refused: 1 },
    refused: [{ line: 4, reason: 'nameMissing' }],
  })
  expect((await ask('/api/catalogue/import', { csv, dryRun: false })).body).toEqual(tried.body)
  expect((await ask('/api/catalogue/import', { csv })).body.of).toMatchObject({ same: 2, refused: 1 })
  expect(await ask('/api/catalogue/import', { csv: 'a,b\n' })).toMatchObject({
    status: 400,
    body: { code: 'Malformed', errors: [{ field: 'csv' }] },
  })
  expect((await ask('/api/catalogue/import', { csv }, 'shopper')).status).toBe(403)
})

it('the starter catalogue is put away, but for what somebody made their own', async () => {
  await change('desk-lamp', { type: 'PriceProduct', unitPrice: usd(7_777) })
  const { body } = await ask('/api/catalogue/put-away', {})
  expect(body.withdrawn).toHaveLength(starterProducts.length - 1)
  expect((await ask('/api/catalogue/put-away', {})).body.withdrawn).toEqual([])
  const { body: again } = await change('desk-lamp', { type: 'PriceProduct', unitPrice: usd(7_000) })
  const { body: shown } = await ask(`/api/products?waitFor=${again.position}`)
  expect(shown.products.map(({ productId }: { productId: string }) => productId)).toEqual([
    'desk-lamp',
    'tea-cup',
    'last-cup',
    'spoon',
  ])
})
