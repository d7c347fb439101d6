import { io } from 'socket.io-client'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withClient } from '../../kit/server/postgres/with-client'
import { eventually } from '../../kit/testing/eventually'
import type { EventsMessage } from '../../kit/wire/socket'
import { askApi, openShopGround, type ShopGround } from '../testing/started-shop'
import type { RunningServer } from './start'

let ground: ShopGround
let serving: RunningServer
let key: string
beforeAll(async () => {
  ground = await openShopGround()
  key = await ground.createKey('staff')
  serving = await ground.start({ serves: true, follows: false })
})
afterAll(() => ground.remove())

const fill = async () => {
  const { cartId } = await askApi<{ cartId: string }>(serving, key, '/api/carts', {})
  const add = { type: 'AddItem', productId: 'ceramic-mug', quantity: 1 }
  const { position } = await askApi<{ position: number }>(serving, key, `/api/carts/${cartId}/commands`, add)
  return { cartId, position }
}
const cartsAsOf = (position: number) =>
  askApi<{ behind: boolean; carts: { cartId: string }[] }>(serving, key, `/api/carts?waitFor=${position}`)
const query = async (text: string) =>
  (await withClient(ground.database.ownerUrl, (sql) => sql.query(text))).rows as Record<string, unknown>[]

it('what only serves follows nothing but for its sockets', async () => {
  const { cartId, position } = await fill()
  expect((await fetch(`${serving.url}/api/health/ready`)).status).toBe(200)
  expect((await cartsAsOf(position)).behind).toBe(true)
  expect(await query('SELECT FROM subscriptions')).toEqual([])
  expect(
    await query("SELECT FROM pg_locks WHERE locktype = 'advisory' AND classid = hashtext('leases')::oid"),
  ).toEqual([])

  const socket = io(serving.url, {
    transports: ['websocket'],
    extraHeaders: { authorization: `Bearer ${key}` },
    forceNew: true,
  })
  const versions: number[] = []
  socket.on('events', ({ events }: EventsMessage) => versions.push(...events.map(({ version }) => version)))
  const stream = { streamType: 'cart', streamId: cartId }
  expect(await socket.emitWithAck('subscribe', { ...stream, afterVersion: 0 })).toEqual({
    type: 'subscribed',
  })
  const add = { type: 'AddItem', productId: 'ceramic-mug', quantity: 1 }
  await askApi(serving, key, `/api/carts/${cartId}/commands`, add)
  await eventually(() => expect(versions).toEqual([1, 2, 3]))
  socket.disconnect()
})

it('what only follows keeps the read models that the other one waits for, and says how it is', async () => {
  const following = await ground.start({ serves: false, follows: true })
  for (const health of ['live', 'ready'])
    expect((await fetch(`${following.url}/api/health/${health}`)).status).toBe(200)
  for (const path of ['/', '/api/carts', '/socket.io/?EIO=4&transport=polling'])
    expect((await fetch(`${following.url}${path}`)).status).toBe(404)

  const { cartId, position } = await fill()
  await eventually(async () => {
    const { behind, carts } = await cartsAsOf(position)
    expect(behind).toBe(false)
    expect(carts.map((cart) => cart.cartId)).toContain(cartId)
  })
})
