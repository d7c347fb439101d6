import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { beginStory } from '../../../kit/events/cause'
import { asSubscription } from '../../../kit/server/projections/as-subscription'
import { newEvent } from '../../../kit/server/store/new-event'
import { catchUp } from '../../../kit/server/subscriptions/catch-up'
import { eventually } from '../../../kit/testing/eventually'
import { productStream } from '../../server/streams'
import { openShopDatabase, type ShopDatabase } from '../../testing/open-shop-database'
import { shopEvents } from '../../wire/events/shop-events'
import { createCatalogue } from './catalogue'
import { productsProjection } from './products-projection'

let database: ShopDatabase
beforeAll(async () => {
  database = await openShopDatabase()
})
afterAll(() => database.close())

let listedSoFar = new Map<string, number>()

/** Lists a product, or lists it anew; gives the event as the log has it. */
const list = async (productId: string, amount: number) => {
  const version = listedSoFar.get(productId) ?? 0
  const listing = {
    name: productId,
    description: '',
    category: 'All',
    unitPrice: { amount, currency: 'USD' },
    hasPicture: false,
  }
  const origin = {
    eventId: randomUUID(),
    occurredAt: '2026-11-30T12:00:00.000Z',
    actor: { kind: 'system', id: 'test' } as const,
    cause: beginStory(randomUUID()),
  }
  const stream = productStream(productId)
  const events = [newEvent(shopEvents, { type: 'ProductListed', data: listing }, origin)]
  const result = await database.store.append({ stream, expectedVersion: version, events })
  if (result.type !== 'written') throw new Error(result.type)
  listedSoFar = new Map(listedSoFar).set(productId, version + 1)
  const [event] = await database.store.readStream(stream, { from: version + 1 })
  if (!event) throw new Error('It is not there')
  return event
}

const open = () => createCatalogue({ sql: database.pool, store: database.store })
const priceOf = async (catalogue: ReturnType<typeof open>, productId: string) =>
  (await catalogue.offers([productId])).get(productId)?.unitPrice.amount

it('knows what the log says, however far its read model has come, while nobody hands it events', async () => {
  await list('mug', 100)
  const early = open()
  expect(await priceOf(early, 'mug')).toBe(100)
  await catchUp(
    { ...database, log: pino({ level: 'silent' }) },
    asSubscription(productsProjection, database.store),
  )
  await list('mug', 200)
  const { position } = await list('lamp', 300)
  for (const catalogue of [early, open()]) {
    expect([await priceOf(catalogue, 'mug'), await priceOf(catalogue, 'lamp')]).toEqual([200, 300])
    expect(await catalogue.waitFor(position)).toEqual({ asOf: position, behind: false })
    expect(await catalogue.waitFor(position + 1)).toEqual({ asOf: position, behind: true })
  }
})

it('asks the database nothing once it is handed what is new', async () => {
  const catalogue = open()
  const missed = await list('mug', 400)
  const heardEarly = await list('lamp', 500)
  catalogue.hear([heardEarly])
  await catalogue.beFollowing()
  const query = vi.spyOn(database.pool, 'query')
  expect([await priceOf(catalogue, 'mug'), await priceOf(catalogue, 'lamp')]).toEqual([400, 500])
  expect(await catalogue.waitFor(heardEarly.position)).toEqual({ asOf: heardEarly.position, behind: false })
  expect(missed.position).toBeLessThan(heardEarly.position)
  expect(query).not.toHaveBeenCalled()
  query.mockRestore()

  const heard = await list('mug', 600)
  expect(await priceOf(catalogue, 'mug')).toBe(400)
  let answered: unknown
  const waiting = catalogue.waitFor(heard.position).then((freshness) => {
    answered = freshness
  })
  catalogue.hear([heard])
  await waiting
  expect(answered).toEqual({ asOf: heard.position, behind: false })
  expect(await priceOf(catalogue, 'mug')).toBe(600)
})

it('is loaded again where the first try found no database', async () => {
  const query = vi.spyOn(database.pool, 'query').mockRejectedValueOnce(new Error('It is away'))
  const catalogue = open()
  await expect(catalogue.offers(['mug'])).rejects.toThrow('It is away')
  query.mockRestore()
  expect(await eventually(() => priceOf(catalogue, 'mug'))).toBe(600)
})
