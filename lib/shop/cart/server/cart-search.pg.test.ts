import pg from 'pg'
import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asSubscription } from '../../../kit/server/projections/as-subscription'
import { catchUp } from '../../../kit/server/subscriptions/catch-up'
import { projectionNamed } from '../../server/projections'
import { createReadModels } from '../../server/read-models'
import { cartStream } from '../../server/streams'
import { cartCreated, itemAdded, newEvent } from '../../testing/events'
import { fakeContext } from '../../testing/fake-context'
import { openShopDatabase, type ShopDatabase } from '../../testing/open-shop-database'
import { serveTestApi } from '../../testing/test-api'

const api = serveTestApi()
let database: ShopDatabase
beforeAll(async () => {
  database = await openShopDatabase()
  api.over(fakeContext({ readModels: createReadModels(database) }))
  await write('cart-1', 'mug')
  await write('cart-2', 'tea')
  for (const name of ['carts', 'cart_search']) await follow(name)
})
afterAll(() => database.close())

const write = async (cartId: string, productId: string) => {
  const events = [newEvent(cartCreated()), newEvent(itemAdded(productId))]
  const written = await database.store.append({ stream: cartStream(cartId), expectedVersion: 'none', events })
  if (written.type !== 'written') throw new Error(written.type)
  return written.position
}

const follow = (name: string) =>
  catchUp(
    { ...database, log: pino({ level: 'silent' }) },
    asSubscription(projectionNamed(name), database.store),
  )

const ask = async (fields: Record<string, string>) => {
  const path = `/api/carts?${new URLSearchParams(fields)}`
  const response = await api.ask(path, { headers: { authorization: 'Bearer staff' } })
  return { status: response.status, body: await response.json() }
}

const idsOf = ({ body }: Awaited<ReturnType<typeof ask>>) =>
  body.carts.map(({ cartId }: { cartId: string }) => cartId)

it('finds carts by the same language as the page, with what they were found by', async () => {
  const found = await ask({ q: 'product:mug -status:abandoned' })
  expect(found.status).toBe(200)
  expect(idsOf(found)).toEqual(['cart-1'])
  expect(found.body.carts[0].matches).toEqual([{ field: 'product', value: 'The mug' }])
  expect(idsOf(await ask({}))).toEqual(['cart-2', 'cart-1'])
  expect(idsOf(await ask({ q: 'cart-', limit: '1' }))).toEqual(['cart-2'])
  expect(idsOf(await ask({ q: 'mug', status: 'checkedOut' }))).toEqual([])
})

it('says where a search is wrong', async () => {
  expect(await ask({ q: 'mug colour:red' })).toEqual({
    status: 400,
    body: expect.objectContaining({ code: 'InvalidSearch', at: 4, length: 7 }),
  })
})

it('waits for all that a search looks into', async () => {
  const position = await write('cart-3', 'bowl')
  await follow('carts')
  const waiting = ask({ q: 'product:bowl', waitFor: String(position) })
  await follow('cart_search')
  const found = await waiting
  expect(idsOf(found)).toEqual(['cart-3'])
  expect(found.body).toMatchObject({ asOf: position, behind: false })
})

it('gives a search up that takes too long, and says so', async () => {
  const blocker = new pg.Client({ connectionString: database.ownerUrl })
  await blocker.connect()
  try {
    await blocker.query('BEGIN; LOCK TABLE read_models.cart_terms')
    expect(await ask({ q: 'product:mug' })).toMatchObject({ status: 422, body: { code: 'SearchTooBroad' } })
  } finally {
    await blocker.end()
  }
})
