import { describe, expect, it } from 'vitest'
import type { PendingEvent } from '@/lib/kit/client/session/stream-session'
import { extendHistory } from '@/lib/kit/history/history'
import { cart } from '@/lib/shop/cart/cart'
import { type CartHistory, emptyCartLog, openCartLog } from '@/lib/shop/cart/client/cart-log'
import type { CartEvent } from '@/lib/shop/cart/events'
import { searchableCart } from '@/lib/shop/cart/wire/searchable-cart'
import { cartCreated, itemAdded, recorded } from '@/lib/testing/events'
import { cartView } from '../../shop/cart/view/cart-view'
import { missingWindows, type Rows, toRows } from './rows'

const itemRemoved = (productId: string): CartEvent => ({
  type: 'ItemRemoved',
  data: { productId, quantity: 1, reason: 'no' },
})
const empty = emptyCartLog('cart-1').history
const events = recorded([cartCreated(), itemAdded('mug', 3), itemRemoved('mug')])
const history = extendHistory(empty, events)
const pending: PendingEvent<CartEvent>[] = [
  { commandId: 'a', issuedAt: '2026-01-02T00:00:00.000Z', event: itemAdded('tea') },
  { commandId: 'b', issuedAt: '2026-01-02T00:00:01.000Z', event: itemRemoved('mug') },
]
const shown = (of: CartHistory) => ({
  view: cartView,
  subjects: searchableCart.subjects,
  history: of,
  pending,
  until: Number.POSITIVE_INFINITY,
})
const all = (rows: Rows) => Array.from({ length: rows.count }, (_, index) => rows.at(index))
const versions = (rows: Rows) => all(rows).map(({ version }) => version)

describe('rows', () => {
  it('run from the newest pending event down to the first recorded one', () => {
    const rows = toRows(shown(history))
    expect(all(rows).map((row) => [row.version, row.type === 'event' && row.recorded !== undefined])).toEqual(
      [
        [5, false],
        [4, false],
        [3, true],
        [2, true],
        [1, true],
      ],
    )
    expect(versions(rows)).toEqual([5, 4, 3, 2, 1])
  })

  it('tell products by name, also where the event has only an id', () => {
    const rows = toRows(shown(history))
    expect(rows.at(0).text).toBe('1 x The mug removed')
    expect(rows.at(2).text).toBe(rows.at(0).text)
  })

  it('find a version, whether pending or confirmed', () => {
    const before = toRows(shown(extendHistory(empty, events.slice(0, 2))))
    const after = toRows({ ...shown(history), pending: [] })
    expect(before.at(before.indexOf(3)).version).toBe(3)
    expect(after.at(after.indexOf(3)).version).toBe(3)
  })

  it('are only those a filter found, and no pending ones', () => {
    const rows = toRows({ ...shown(history), matching: Uint32Array.of(1, 3) })
    expect(versions(rows)).toEqual([3, 1])
    expect([rows.indexOf(3), rows.indexOf(2), rows.indexOf(1)]).toEqual([0, 1, 1])
  })

  it('stand still at the version a pause began at', () => {
    expect(versions(toRows({ ...shown(history), until: 2 }))).toEqual([2, 1])
    expect(versions(toRows({ ...shown(history), until: 2, matching: Uint32Array.of(1, 3) }))).toEqual([1])
  })

  it('of events that are not at hand say only which they are', () => {
    const state = { ...cart.initial('cart-1'), version: 512 }
    const { history: long } = openCartLog({
      streamType: 'cart',
      streamId: 'cart-1',
      createdAt: undefined,
      last: { from: 512, state, events: recorded([itemAdded()], 'cart-1', 513) },
      windows: [],
    })
    const rows = toRows({ ...shown(long), pending: [] })
    expect(rows.at(0)).toMatchObject({ version: 513, event: { type: 'ItemAdded' } })
    expect(rows.at(1)).toEqual({
      type: 'event',
      key: 512,
      version: 512,
      event: undefined,
      text: '',
      at: undefined,
      recorded: undefined,
      inRun: false,
    })
    expect(missingWindows(long, [514, 513, 512, 300, 256, 0])).toEqual([256, 0])
  })

  it('end with the first event', () => {
    expect(() => toRows({ ...shown(empty), pending: [] }).at(0)).toThrow(RangeError)
  })
})
