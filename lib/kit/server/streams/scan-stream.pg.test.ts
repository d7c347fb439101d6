import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CartEvent } from '../../../shop/cart/events'
import { cartStream } from '../../../shop/server/streams'
import { cartCreated, itemAdded, newEvent } from '../../../shop/testing/events'
import { openShopDatabase, type ShopDatabase } from '../../../shop/testing/open-shop-database'
import { fromScanLine, type ScanLine } from '../../wire/scan'
import { scanStream } from './scan-stream'

let database: ShopDatabase
beforeAll(async () => {
  database = await openShopDatabase()
})
afterAll(() => database.close())

const removed: CartEvent = { type: 'ItemRemoved', data: { productId: 'mug', quantity: 1, reason: 'a\n"b"' } }

const fill = async (cartId: string, length: number): Promise<void> => {
  for (let from = 0; from < length; from += 1_000) {
    const events = Array.from({ length: Math.min(1_000, length - from) }, (_, index) => {
      if (from + index === 0) return cartCreated()
      return index % 2 === 0 ? removed : itemAdded()
    })
    await database.store.append({
      stream: cartStream(cartId),
      expectedVersion: from,
      events: events.map((event) => newEvent(event)),
    })
  }
}

describe('a scan of a long cart', () => {
  it('has every event once and in order, in parts that stay small', async () => {
    await fill('long', 5_200)
    const versions: number[] = []
    let longest = 0
    for await (const part of scanStream(database.store, cartStream('long'), 0)) {
      longest = Math.max(longest, part.length)
      for (const line of part.trimEnd().split('\n'))
        versions.push(fromScanLine(JSON.parse(line) as ScanLine).version)
    }
    expect(versions).toEqual(Array.from({ length: 5_200 }, (_, index) => index + 1))
    expect(longest).toBeLessThan(80 * 1024)
  })

  it('goes on from a version, up to the head it began with', async () => {
    await fill('growing', 2_000)
    const parts = scanStream(database.store, cartStream('growing'), 1_990)
    const first = await parts.next()
    await database.store.append({
      stream: cartStream('growing'),
      expectedVersion: 2_000,
      events: [newEvent(itemAdded())],
    })
    const text = `${first.value}${(await parts.next()).value ?? ''}`
    const lines = text.trimEnd().split('\n')
    expect(lines.map((line) => (JSON.parse(line) as ScanLine)[0])).toEqual(
      Array.from({ length: 10 }, (_, index) => 1_991 + index),
    )
    expect(lines.map((line) => (JSON.parse(line) as ScanLine)[3]).at(-2)).toEqual(removed.data)
  })
})
