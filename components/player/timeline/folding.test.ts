import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createScan } from '@/lib/kit/client/scan/scan'
import { extendHistory } from '@/lib/kit/history/history'
import type { HistoryFilter } from '@/lib/kit/wire/event-filter/event-filter'
import { fromScanLine, toScanLine } from '@/lib/kit/wire/scan'
import { emptyCartLog } from '@/lib/shop/cart/client/cart-log'
import type { CartEvent } from '@/lib/shop/cart/events'
import { searchableCart } from '@/lib/shop/cart/wire/searchable-cart'
import { createCartStory, shopping } from '@/lib/shop/testing/cart-story'
import { cartCreated, itemAdded, recorded } from '@/lib/shop/testing/events'
import { cartView } from '../../shop/cart/view/cart-view'
import type { Runs } from './begins'
import { idleBefore } from './gap'
import type { Row } from './row'
import { type Rows, toRows } from './rows'

const began = Date.UTC(2026, 0, 1)
const atMinute = (minutes: number) => new Date(began + minutes * 60_000).toISOString()

/** Events as the log has them, a minute apart unless said otherwise. */
const told = (events: readonly CartEvent[], minutes = events.map((_, index) => index)) =>
  recorded(events).map((event, index) => ({ ...event, occurredAt: atMinute(minutes[index] ?? 0) }))

const historyOf = (events: ReturnType<typeof told>) => extendHistory(emptyCartLog('cart-1').history, events)

const scanned = (events: ReturnType<typeof told>, filter: HistoryFilter = []): Runs => {
  const scan = createScan(searchableCart)
  scan.ask(1, { type: 'runs', filter })
  scan.take(events.map((event) => fromScanLine(toScanLine(event))))
  const found = scan.findMore(10_000)?.found
  return { starts: found?.versions ?? new Uint32Array(), upTo: events.length }
}

interface Asked {
  readonly upTo?: number
  readonly opened?: readonly number[]
  readonly until?: number
}
const fold = (events: ReturnType<typeof told>, { upTo = events.length, opened = [], until }: Asked = {}) =>
  toRows({
    view: cartView,
    subjects: searchableCart.subjects,
    history: historyOf(events),
    pending: [],
    folding: { runs: scanned(events.slice(0, upTo)), opened: new Set(opened) },
    until: until ?? Number.POSITIVE_INFINITY,
  })

const all = (rows: Rows): Row[] => Array.from({ length: rows.count }, (_, index) => rows.at(index))
const keys = (rows: Rows) => all(rows).map(({ key }) => key)

const changed = (oldQuantity: number): CartEvent => ({
  type: 'ItemQuantityChanged',
  data: { productId: 'mug', oldQuantity, newQuantity: oldQuantity + 1 },
})
const changes = [changed(1), changed(2), changed(3), changed(4)]
const cartOfRuns = [cartCreated(), itemAdded('tea'), itemAdded('mug'), ...changes, itemAdded('tea')]

describe('folded runs', () => {
  it('are events of one type and product, told by the first and the last', () => {
    const rows = fold(told(cartOfRuns))
    expect(keys(rows)).toEqual([8, -4, 3, 2, 1])
    expect(rows.events).toBe(8)
    expect(rows.at(1)).toMatchObject({
      type: 'run',
      version: 7,
      first: 4,
      count: 4,
      isOpen: false,
      text: 'The mug 1 → 5 in 4 changes',
      since: atMinute(3),
      at: atMinute(6),
    })
  })

  it('open in place, and are found again', () => {
    const rows = fold(told(cartOfRuns), { opened: [4] })
    expect(keys(rows)).toEqual([8, -4, 7, 6, 5, 4, 3, 2, 1])
    expect(rows.at(2)).toMatchObject({ type: 'event', inRun: true })
    expect([rows.indexOf(7), rows.indexOfKey(7), rows.indexOfKey(-4)]).toEqual([2, 2, 1])
    const shut = fold(told(cartOfRuns))
    expect([shut.indexOf(7), shut.indexOf(5), shut.indexOf(4), shut.indexOfKey(-4)]).toEqual([1, 1, 1, 1])
    expect([shut.indexOf(3), shut.indexOfKey(-3), shut.indexOf(0)]).toEqual([2, 2, 5])
  })

  it('end where nothing happened for long, which the row after says', () => {
    const minutes = [0, 1, 2, 3, 4, 5, 185, 186, 187]
    const rows = fold(
      told([cartCreated(), itemAdded(), ...changes, changed(5), changed(6), changed(7)], minutes),
    )
    expect(keys(rows)).toEqual([-7, -3, 2, 1])
    expect(all(rows).map((_, index) => idleBefore(rows, index))).toEqual([
      180 * 60_000,
      undefined,
      undefined,
      undefined,
    ])
    const opened = fold(told([cartCreated(), ...changes, itemAdded()], [0, 60, 61, 62, 63, 64]), {
      opened: [2],
    })
    expect(keys(opened)).toEqual([6, -2, 5, 4, 3, 2, 1])
    expect(idleBefore(opened, 1)).toBeUndefined()
    expect(idleBefore(opened, 5)).toBe(60 * 60_000)
  })

  it('go on with what came after the scan', () => {
    const events = told([cartCreated(), itemAdded(), ...changes])
    expect(keys(fold(events, { upTo: 5 }))).toEqual(keys(fold(events)))
    expect(keys(fold(events, { upTo: 2 }))).toEqual([-3, 2, 1])
  })

  it('stand still at the version a pause began at', () => {
    expect(keys(fold(told(cartOfRuns), { until: 6 }))).toEqual([-4, 3, 2, 1])
    expect(fold(told(cartOfRuns), { until: 6 }).at(0)).toMatchObject({ version: 6, count: 3 })
    expect(keys(fold(told(cartOfRuns), { until: 5 }))).toEqual([5, 4, 3, 2, 1])
  })

  it('are of what a filter found', () => {
    const events = told([cartCreated(), itemAdded(), changed(1), itemAdded('tea'), changed(2), changed(3)])
    const filter: HistoryFilter = [{ type: 'type', types: ['ItemQuantityChanged'], negated: false }]
    const rows = toRows({
      view: cartView,
      subjects: searchableCart.subjects,
      history: historyOf(events),
      pending: [],
      matching: Uint32Array.of(3, 5, 6),
      folding: { runs: scanned(events, filter), opened: new Set() },
      until: Number.POSITIVE_INFINITY,
    })
    expect(all(rows)).toMatchObject([{ type: 'run', first: 3, version: 6, count: 3 }])
  })
})

const story = fc.array(shopping, { maxLength: 40 }).map((commands) => {
  const cart = createCartStory()
  for (const command of commands) cart.tell(command)
  return cart.events
})

describe('whatever the cart', () => {
  it('every version is in exactly one row, and all runs opened are all versions', () => {
    fc.assert(
      fc.property(story, (events) => {
        const versions = events.map((_, index) => events.length - index)
        const shut = all(fold(told(events)))
        const covered = shut.flatMap((row) =>
          row.type === 'event' ? [row.version] : versions.filter((v) => row.first <= v && v <= row.version),
        )
        expect(covered).toEqual(versions)
        const opened = shut.flatMap((row) => (row.type === 'run' ? [row.first] : []))
        const open = all(fold(told(events), { opened }))
        expect(open.flatMap((row) => (row.type === 'event' ? [row.version] : []))).toEqual(versions)
      }),
    )
  })

  it('rows are the same wherever the scan ended', () => {
    fc.assert(
      fc.property(story, fc.nat(40), (events, upTo) => {
        expect(keys(fold(told(events), { upTo: Math.min(upTo, events.length) }))).toEqual(
          keys(fold(told(events))),
        )
      }),
    )
  })
})
