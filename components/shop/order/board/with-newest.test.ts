import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { OrderListItem } from '@/lib/shop/order/wire/order-list'
import type { BoardPage } from './board-page'
import { withNewest } from './with-newest'

const order = (place: number, version = 1): OrderListItem => ({
  orderId: `order-${place}`,
  number: 'H-0000-0000',
  customerId: 'ann',
  status: 'placed',
  itemCount: 1,
  unshipped: 1,
  total: { amount: 100, currency: 'USD' },
  outstanding: { amount: 100, currency: 'USD' },
  version,
  placedAt: new Date(Date.UTC(2026, 0, 1) + place * 1_000).toISOString(),
  updatedAt: '2026-01-01T00:00:00.000Z',
})

/** What a server answers that has these orders, by their places in the log. */
const serve = (places: readonly number[], version: number) => (after: number | null, limit: number) => {
  const older = [...places].sort((a, b) => b - a).filter((place) => after === null || place < after)
  const page = older.slice(0, limit)
  const next = older.length > limit ? (page.at(-1) ?? null) : null
  return { orders: page.map((place) => order(place, version)), next } satisfies BoardPage
}

it('has no gap and no double, whatever came, left and was read before', () => {
  const places = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 })
  const some = fc.integer({ min: 1, max: 6 })
  fc.assert(
    fc.property(places, places, fc.subarray([1, 2, 3, 4]), some, some, (before, came, reads, limit, size) => {
      const old = serve(before, 1)
      const pages: BoardPage[] = [old(null, limit)]
      for (const _ of reads) {
        const next = pages.at(-1)?.next ?? null
        if (next !== null) pages.push(old(next, limit))
      }
      const now = [
        ...new Set([...before.filter((place) => place % 3 !== 0), ...came.map((place) => place + 60)]),
      ]
      const newest = serve(now, 2)(null, size)
      const board = withNewest({ pages, pageParams: pages.map(() => null) }, newest)
      const shown = board.pages.flatMap(({ orders }) => orders.map(({ orderId }) => orderId))
      expect(new Set(shown).size).toBe(shown.length)
      // As far as the newest ones reach, it is as the server has it now.
      expect(shown.slice(0, newest.orders.length)).toEqual(newest.orders.map(({ orderId }) => orderId))
      const times = board.pages.flatMap(({ orders }) => orders.map(({ placedAt }) => placedAt))
      expect(times).toEqual([...times].sort().reverse())
      // What is read on follows the last page, and all there is now can be read.
      const last = board.pages.at(-1)
      const rest = last?.next == null ? [] : serve(now, 2)(last.next, 100).orders
      const all = new Set([...shown, ...rest.map(({ orderId }) => orderId)])
      for (const place of now) expect(all).toContain(`order-${place}`)
    }),
  )
})
