import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { CartOpening } from '../../../shop/cart/wire/cart-opening'
import { storedCart } from '../../../shop/cart/wire/stored-cart'
import { shopPolicy } from '../../../shop/server/auth/policy'
import { cartStream } from '../../../shop/server/streams'
import { cartCreated, itemAdded, newEvent } from '../../../shop/testing/events'
import { openShopDatabase, type ShopDatabase } from '../../../shop/testing/open-shop-database'
import { person } from '../../../shop/testing/person'
import type { ShopIdentity } from '../../../shop/wire/shop-identity'
import { streamTypes } from '../../../shop/wire/stream-types'
import { keyframeInterval } from '../../kernel/keyframe-interval'
import { largestVersion } from '../../wire/api-fields'
import { createAccess } from '../access/access'
import { createAggregates } from '../aggregates/aggregates'
import { readFoldFrom } from '../aggregates/read-fold'
import { openForReading, readWindow } from './read-window'

let database: ShopDatabase
beforeAll(async () => {
  database = await openShopDatabase()
})
afterAll(() => database.close())

/** A cart with so many events. */
const opened = async (cartId: string, head: number) => {
  const { store } = database
  const adding = Array.from({ length: head - 1 }, () => newEvent(itemAdded('mug')))
  await store.append({
    stream: cartStream(cartId),
    expectedVersion: 0,
    events: [newEvent(cartCreated()), ...adding],
  })
  const access = createAccess({ store, types: streamTypes, policy: shopPolicy })
  return { store, access, aggregates: createAggregates({ store, read: readFoldFrom(store) }) }
}

const owner = person('customer-1')

const versions = ({ events }: { readonly events: readonly { readonly version: number }[] }) => [
  events[0]?.version,
  events.at(-1)?.version,
]

it('gives a state and the events of a window, the last as far as it goes', async () => {
  const dependencies = await opened('windowed', keyframeInterval + 10)
  const first = await readWindow(dependencies, storedCart, 'windowed', 0)
  expect([first.state.version, ...versions(first)]).toEqual([0, 1, keyframeInterval])
  const last = await readWindow(dependencies, storedCart, 'windowed', keyframeInterval)
  expect([last.state.version, ...versions(last)]).toEqual([
    keyframeInterval,
    keyframeInterval + 1,
    keyframeInterval + 10,
  ])
})

it('has nothing where no cart has come yet, as far as versions go', async () => {
  const dependencies = await opened('short', 2)
  const furthest = largestVersion - (largestVersion % keyframeInterval)
  const { state, events } = await readWindow(dependencies, storedCart, 'short', furthest)
  expect(state.version).toBe(2)
  expect(events).toEqual([])
})

it.each([255, 256, 257, 319, 320, 321])('opens a cart of %i events with its end', async (head) => {
  const cartId = `of-${head}`
  const dependencies = await opened(cartId, head)
  const opening = await openForReading(dependencies, storedCart, owner, cartId, [0, 5, 255, 256, head, 9_999])
  const { last, windows } = opening as CartOpening
  expect(last.from % keyframeInterval).toBe(0)
  expect(last.state.version).toBe(last.from)
  expect(versions(last)).toEqual([last.from + 1, head])
  expect(last.events.length).toBeGreaterThanOrEqual(64)
  expect(windows.map(({ from }) => from)).toEqual(last.from === 0 ? [] : [0])
})

it("opens a cart for its owner and for staff; for others it isn't there", async () => {
  const dependencies = await opened('guarded', 3)
  const readStream = vi.fn(dependencies.store.readStream)
  const openFor = (identity: ShopIdentity, cartId = 'guarded') =>
    openForReading(
      { ...dependencies, store: { ...dependencies.store, readStream } },
      storedCart,
      identity,
      cartId,
      [],
    )
  const forOwner = await openFor(owner)
  expect(forOwner).toMatchObject({ streamId: 'guarded', createdAt: '2026-01-02T03:04:05.678Z' })
  expect(readStream.mock.calls.filter(([, range]) => range?.to === 1)).toHaveLength(1)
  expect(await openFor(person('staff', 'staff'))).toEqual(forOwner)
  expect(await openFor(person('other'))).toBeUndefined()
  expect(await openFor(person('staff', 'staff'), 'nowhere')).toBeUndefined()
})
