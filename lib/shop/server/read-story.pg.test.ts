import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { EventMetadata } from '../../kit/events/recorded-event'
import type { StreamName } from '../../kit/events/stream-name'
import { archiveStream } from '../../kit/server/archive/archive-stream'
import type { NewEvent } from '../../kit/server/store/event-store'
import { openTestArchive, type TestArchive } from '../../kit/testing/open-archive'
import { type StoryPage, storyPage } from '../../kit/wire/api-stories'
import { cartCreated, itemAdded, newEvent } from '../testing/events'
import { fakeContext } from '../testing/fake-context'
import { openShopDatabase, type ShopDatabase } from '../testing/open-shop-database'
import { serveTestApi } from '../testing/test-api'
import { cartStream, productStream } from './streams'

const api = serveTestApi()
let database: ShopDatabase
let archive: TestArchive

const metadata: EventMetadata = {
  actor: { kind: 'import', id: 'retail.csv' },
  correlationId: 'story',
  causationId: 'invoice',
  commandId: null,
}
const told = (event: Parameters<typeof newEvent>[0], over: Partial<EventMetadata> = {}) =>
  newEvent(event, { metadata: { ...metadata, ...over } })
const product = { category: 'Kitchen', description: '', unitPrice: { amount: 1, currency: 'USD' } }
const listed = (over: Partial<EventMetadata> = {}): NewEvent => ({
  ...told(itemAdded(), over),
  type: 'ProductListed',
  schemaVersion: 1,
  data: { ...product, name: 'Mug', hasPicture: false },
})

const append = (stream: StreamName, ...events: NewEvent[]) =>
  database.store.append({ stream, expectedVersion: 'any', events })

/** A story over two shoppers' carts and a product, between events that aren't of it. */
beforeAll(async () => {
  database = await openShopDatabase()
  archive = await openTestArchive(database)
  await append(cartStream('hers'), told(cartCreated('shopper')))
  await append(productStream('mug'), listed())
  await append(cartStream('theirs'), told(cartCreated('other')))
  await append(cartStream('hers'), told(itemAdded('mug'), { correlationId: 'another' }))
  await append(cartStream('hers'), told(itemAdded('lamp'), { causationId: 'event-1' }))
  await append(productStream('cup'), listed({ correlationId: 'listing' }))
  api.over(fakeContext({ store: archive.store }))
})
afterAll(async () => {
  await archive.close()
  await database.close()
})

const ask = (as: string, search = '', correlationId = 'story') =>
  api.ask(`/api/stories/${correlationId}${search}`, { headers: { authorization: `Bearer ${as}` } })
const storyFor = async (as: string, search?: string, correlationId?: string): Promise<StoryPage> =>
  storyPage.parse(await (await ask(as, search, correlationId)).json())
const placesOf = ({ events }: StoryPage) => events.map(({ streamId, version }) => `${streamId}@${version}`)

describe('a story', () => {
  it('is all of its events for staff, across streams, with what caused them', async () => {
    const story = await storyFor('staff')
    expect(placesOf(story)).toEqual(['hers@1', 'mug@1', 'theirs@1', 'hers@3'])
    expect(story.next).toBeNull()
    expect(story.events[3]).toMatchObject({
      streamType: 'cart',
      position: 5,
      type: 'ItemAdded',
      actor: { kind: 'import', id: 'retail.csv' },
      causationId: 'event-1',
      commandId: null,
    })
  })

  it('is for a shopper what happened to carts of their own', async () => {
    expect(placesOf(await storyFor('shopper'))).toEqual(['hers@1', 'hers@3'])
    expect(placesOf(await storyFor('other'))).toEqual(['theirs@1'])
  })

  it('that is unknown looks like one of which nothing is to be seen', async () => {
    expect(placesOf(await storyFor('staff', '', 'listing'))).toEqual(['cup@1'])
    for (const correlationId of ['listing', 'nothing']) {
      const story = await storyFor('shopper', '', correlationId)
      expect(story).toEqual({ correlationId, events: [], next: null })
    }
  })

  it('comes a page at a time', async () => {
    const first = await storyFor('staff', '?limit=2')
    expect(placesOf(first)).toEqual(['hers@1', 'mug@1'])
    const second = await storyFor('staff', `?limit=2&after=${first.next}`)
    expect(placesOf(second)).toEqual(['theirs@1', 'hers@3'])
    expect((await ask('staff', '?limit=201')).status).toBe(400)
  })

  it('goes on as far as there is something for the one who asks, and says nothing of the rest', async () => {
    const first = await storyFor('shopper', '?limit=1')
    expect(placesOf(first)).toEqual(['hers@1'])
    const second = await storyFor('shopper', `?limit=1&after=${first.next}`)
    expect(placesOf(second)).toEqual(['hers@3'])
    expect(second.next).toBeNull()
    const theirs = await storyFor('other', '?limit=1')
    expect(placesOf(theirs)).toEqual(['theirs@1'])
    expect(theirs.next).toBeNull()
  })

  it('of several pages looks to a stranger like one that is unknown', async () => {
    await append(cartStream('lone'), told(cartCreated('shopper'), { correlationId: 'lone' }))
    await append(cartStream('lone'), told(itemAdded('mug'), { correlationId: 'lone' }))
    expect((await storyFor('shopper', '?limit=1', 'lone')).next).not.toBeNull()
    expect(await storyFor('other', '?limit=1', 'lone')).toEqual({
      correlationId: 'lone',
      events: [],
      next: null,
    })
  })

  it('is for nobody unknown', async () => {
    expect((await ask('nobody')).status).toBe(401)
  })

  it('has what was moved to cold storage', async () => {
    const before = await storyFor('staff')
    await archiveStream(archive, cartStream('hers'))
    expect(await database.store.readStream(cartStream('hers'))).toEqual([])
    expect(await storyFor('staff')).toEqual(before)
    expect(placesOf(await storyFor('shopper'))).toEqual(['hers@1', 'hers@3'])
  })
})
