import { describe, expect, it } from 'vitest'
import { extendHistory } from '../../../kit/history/history'
import { cartCreated, itemAdded, recorded } from '../../testing/events'
import type { OfferedProduct } from '../commands'
import type { CartEvent } from '../events'
import { emptyCartLog } from './cart-log'
import { noOffers } from './offers'
import { priceNotes } from './price-notes'

const usd = (amount: number) => ({ amount, currency: 'USD' })
const repriced = (from: number, to: number): CartEvent => ({
  type: 'ItemRepriced',
  data: { productId: 'mug', oldPrice: usd(from), newPrice: usd(to) },
})
const offer = (amount: number, currency = 'USD'): [string, OfferedProduct] => [
  'mug',
  { name: 'The mug', unitPrice: { amount, currency } },
]

/** A cart with a mug at 100, and what each of these commands made happen. */
const logOf = (...commands: readonly CartEvent[][]) => {
  const log = emptyCartLog('cart-1')
  const events = [[cartCreated()], [itemAdded('mug', 1, 100)], ...commands].flatMap((made, index) =>
    made.map((event) => ({ event, commandId: `command-${index}` })),
  )
  const stored = recorded(events.map(({ event }) => event)).map((event, index) => ({
    ...event,
    metadata: { ...event.metadata, commandId: events[index]?.commandId ?? null },
  }))
  return { ...log, history: extendHistory(log.history, stored) }
}
const notesOf = (log: ReturnType<typeof logOf>, offers = noOffers) =>
  Object.fromEntries(
    [...priceNotes(log.history.head.items, log, [], offers)].map(([key, note]) => [
      key.split(' ').at(-1),
      note,
    ]),
  )

describe('what a line says of its price', () => {
  it('is that it changed, with the change that came with it', () => {
    const log = logOf([repriced(100, 150), itemAdded('mug', 1, 150)])
    expect(notesOf(log)).toEqual({ mug: { from: usd(100), to: usd(150), isDone: true } })
    const other = logOf([repriced(100, 150), itemAdded('tea')])
    expect(notesOf(other)).toMatchObject({ mug: { isDone: true } })
  })

  it('is nothing any more once the line was changed at that price', () => {
    expect(notesOf(logOf([repriced(100, 150), itemAdded('tea')], [itemAdded('mug', 1, 150)]))).toEqual({})
  })

  it('is what it was when one last changed the line, however often the price changed', () => {
    const twice = logOf([repriced(100, 150), itemAdded('tea')], [repriced(150, 200), itemAdded('tea')])
    expect(notesOf(twice)).toMatchObject({ mug: { from: usd(100), to: usd(200) } })
    const back = logOf([repriced(100, 150), itemAdded('tea')], [repriced(150, 100), itemAdded('tea')])
    expect(notesOf(back)).toEqual({})
  })

  it('is that it is about to, where the shop asks another', () => {
    expect(notesOf(logOf(), new Map([offer(170)]))).toEqual({
      mug: { from: usd(100), to: usd(170), isDone: false },
    })
    expect(notesOf(logOf(), new Map([offer(100)]))).toEqual({})
    expect(notesOf(logOf(), new Map([offer(170, 'GBP')]))).toEqual({})
  })

  it('goes for what is on its way, too', () => {
    const log = logOf()
    const pending = [repriced(100, 150), itemAdded('mug', 1, 150)].map((event) => ({
      commandId: 'on its way',
      event,
      issuedAt: '2026-01-01T00:00:00.000Z',
    }))
    expect(priceNotes([], log, pending, noOffers).get('150 USD mug')).toMatchObject({ isDone: true })
  })
})

it('of what is sold no more it is said that it will be left out, whatever it costs', () => {
  const { history } = logOf()
  const [productId, mug] = offer(200)
  const offers = new Map([[productId, { ...mug, isWithdrawn: true }]])
  const notes = priceNotes(
    [{ productId: 'mug', productName: 'The mug', quantity: 1, unitPrice: usd(100) }],
    { ...emptyCartLog('cart-1'), history },
    [],
    offers,
  )
  expect([...notes.values()]).toEqual([{ isWithdrawn: true }])
})
