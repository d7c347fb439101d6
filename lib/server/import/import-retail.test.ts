import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { cart } from '../../domain/cart/cart'
import type { CartEvent } from '../../domain/cart/events'
import { cartTotal } from '../../domain/cart/state'
import type { EventStore } from '../store/event-store'
import { loadStream } from '../store/load'
import { createMemoryStore } from '../store/memory-store'
import { cartStream, customerStream, productStream } from '../store/streams'
import { type CsvRow, openRows } from './csv/rows'
import { importText, threeSales } from './fixtures/import-text'
import { header, sourceOf } from './fixtures/source'
import { ImportError } from './import-error'
import { importRetail } from './import-retail'
import { retailColumns } from './retail/line'

let store: EventStore
beforeEach(() => {
  store = createMemoryStore()
})

const cartEvents = (invoiceNo: string) => loadStream<CartEvent>(store, cartStream(`invoice-${invoiceNo}`))
const gbp = (amount: number) => ({ amount, currency: 'GBP' })

describe('importRetail', () => {
  it('makes a cart of each sale: created, its lines, checked out', async () => {
    await importText(store, threeSales)
    const events = await cartEvents('1001')
    expect(events.map(({ type, data }) => ({ type, data }))).toEqual([
      { type: 'CartCreated', data: { customerId: 'retail-17850' } },
      {
        type: 'ItemAdded',
        data: {
          productId: '84029G',
          productName: 'KNITTED UNION FLAG HOT WATER BOTTLE',
          quantity: 6,
          unitPrice: gbp(339),
        },
      },
      {
        type: 'ItemAdded',
        data: { productId: '71053', productName: 'WHITE METAL LANTERN', quantity: 40, unitPrice: gbp(300) },
      },
      {
        type: 'CartCheckedOut',
        data: {
          payment: { method: 'invoice' },
          totalAmount: gbp(14_034),
          shippingAddress: {
            street: 'unknown',
            city: 'unknown',
            state: 'unknown',
            zipCode: 'unknown',
            country: 'United Kingdom',
          },
        },
      },
    ])
  })

  it('says where the facts are from and when they happened', async () => {
    await importText(store, threeSales)
    const [created, ...others] = await cartEvents('1001')
    expect(created).toMatchObject({
      occurredAt: '2010-12-01T08:26:00.000Z',
      metadata: { actor: { kind: 'import', id: 'sales.csv' }, commandId: null },
    })
    for (const { metadata } of others) expect(metadata).toEqual(created?.metadata)
  })

  it('gives each sale without a customer a guest of its own', async () => {
    await importText(store, threeSales)
    expect((await cartEvents('1002'))[0]?.data).toEqual({ customerId: 'retail-guest-1002' })
  })

  it('imports a customer once', async () => {
    await importText(store, threeSales)
    const events = await store.readStream(customerStream('retail-17850'))
    expect(events.map(({ type, data }) => ({ type, data }))).toEqual([
      {
        type: 'CustomerImported',
        data: { source: 'sales.csv', customerNumber: '17850', country: 'United Kingdom' },
      },
    ])
  })

  it('lists a product at first sight, and again as it was last seen', async () => {
    const { tally } = await importText(store, threeSales)
    const events = await store.readStream(productStream('71053'))
    expect(events.map(({ data, occurredAt }) => ({ data, occurredAt }))).toMatchObject([
      { data: { name: 'WHITE METAL LANTERN', unitPrice: gbp(300) }, occurredAt: '2010-12-01T08:26:00.000Z' },
      { data: { name: 'WHITE METAL LANTERN', unitPrice: gbp(325) }, occurredAt: '2010-12-02T09:00:00.000Z' },
    ])
    expect(tally.relisted).toBe(1)
  })

  it('says nothing of pictures, which reads as none', async () => {
    await importText(store, threeSales)
    const [listed] = await store.readStream(productStream('71053'))
    expect(listed?.stored?.data).not.toHaveProperty('hasPicture')
    expect(listed?.data).toHaveProperty('hasPicture', false)
  })

  it('names a product without a description by its code', async () => {
    await importText(store, threeSales)
    const events = await store.readStream(productStream('BANK-CHARGES'))
    expect(events.map(({ data }) => data)).toMatchObject([{ name: 'BANK CHARGES' }])
  })

  it('records what was charged where a product is sold again at another price', async () => {
    const sale = (quantity: number, price: string) =>
      `1001,71053,LANTERN,${quantity},2010-12-01T08:26:00,${price},17850,France`
    const { tally } = await importText(store, [sale(1, '3.00'), sale(2, '2.50'), sale(4, '3.00')])
    const events = await cartEvents('1001')
    const { items, ...state } = cart.fold(cart.initial('invoice-1001'), events)
    expect(events.at(-1)?.data).toMatchObject({ totalAmount: gbp(2000) })
    expect(cartTotal({ items, ...state })).toEqual(gbp(2000))
    expect(items.map(({ quantity, unitPrice }) => [quantity, unitPrice])).toEqual([
      [5, gbp(300)],
      [2, gbp(250)],
    ])
    expect(tally.invoicesWithSecondPrice).toBe(1)
  })

  it('accounts for every row', async () => {
    const { tally, refusals } = await importText(store, [
      ...threeSales,
      'C1004,71053,LANTERN,-1,2010-12-03T10:00:00,3.25,17850,France',
      '1005,71053,LANTERN,1,2010-12-03T10:00:00,0,17850,France',
      '1006,71053,LANTERN,1',
      ...Array(6).fill('1007,71053,LANTERN,-1,2010-12-03T10:00:00,1,17850,France'),
    ])
    expect(tally).toMatchObject({ rows: 13, written: { cart: 3, product: 3, customer: 1 } })
    expect(Object.fromEntries(refusals)).toEqual({
      cancellation: { count: 1, firstLines: [6] },
      priceNotPositive: { count: 1, firstLines: [7] },
      malformedRow: { count: 1, firstLines: [8] },
      quantityNotPositive: { count: 6, firstLines: [9, 10, 11, 12, 13] },
    })
    expect(tally.events).toBe(await store.headPosition())
  })

  it('writes nothing the second time', async () => {
    await importText(store, threeSales)
    const head = await store.headPosition()
    const { tally } = await importText(store, threeSales)
    expect(await store.headPosition()).toBe(head)
    expect(tally).toMatchObject({
      events: 0,
      already: { cart: 3, product: 3, customer: 1 },
      differentCarts: 0,
      relisted: 0,
    })
  })

  it('leaves a cart that stands with other lines, and says so', async () => {
    await importText(store, threeSales.slice(0, 1))
    const { tally } = await importText(store, threeSales)
    expect(await cartEvents('1001')).toHaveLength(3)
    expect(tally.differentCarts).toBe(1)
  })

  it('leaves a product that was listed later by someone else', async () => {
    await importText(store, threeSales)
    const older = '1004,71053,OLD LANTERN,1,2009-12-01T08:26:00,1.00,17850,France'
    expect((await importText(store, [older])).tally.relisted).toBe(0)
  })

  it('stops when told to, and goes on when run again', async () => {
    const stopped = await importText(store, threeSales, AbortSignal.abort())
    expect(stopped.ending).toEqual({ type: 'stopped' })
    expect(await store.headPosition()).toBe(0)
    expect((await importText(store, threeSales)).tally.written.cart).toBe(3)
  })

  it('records no sale that a broken file may have left incomplete', async () => {
    const { ending } = await importRetail({
      fileName: 'sales.csv',
      rows: brokenAfter(threeSales),
      store,
      newId: () => uuidv7(),
    })
    expect(ending).toEqual({ type: 'unreadable', message: 'The gzip file is cut off.' })
    expect(await store.headPosition()).toBe(0)
  })
})

async function* brokenAfter(lines: readonly string[]): AsyncGenerator<CsvRow> {
  yield* await openRows(sourceOf([header, ...lines]), retailColumns)
  throw new ImportError('The gzip file is cut off.')
}
