import { beforeEach, describe, expect, it } from 'vitest'
import type { EventStore } from '../../../kit/server/store/event-store'
import { loadStream } from '../../../kit/server/store/load'
import { createMemoryStore } from '../../../kit/server/store/memory-store'
import { cart } from '../../cart/cart'
import type { CartEvent } from '../../cart/events'
import { cartTotal } from '../../cart/state'
import { shopEvents } from '../../wire/events/shop-events'
import { cartStream, customerStream, productStream } from '../streams'
import { importTable, importText, threeSales } from './fixtures/import-text'
import { listedBy } from './fixtures/listed-by'
import { header, tableOf } from './fixtures/source'
import { ImportError } from './import-error'
import type { Table } from './table'

let store: EventStore
beforeEach(() => {
  store = createMemoryStore(shopEvents)
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
    expect(tally).toMatchObject({
      lines: 14,
      of: { header: 1, refused: 9, recorded: 4 },
      written: { cart: 3, product: 3, customer: 1 },
    })
    const said = [...refusals].map(([reason, { count, first }]) => [
      reason,
      count,
      ...first.map(({ place }) => place.line),
    ])
    expect(said).toEqual([
      ['cancellation', 1, 6],
      ['priceNotPositive', 1, 7],
      ['wrongColumns', 1, 8],
      ['quantityNotPositive', 6, 9, 10, 11, 12, 13],
    ])
    expect(tally.events).toBe(await store.headPosition())
  })

  it('writes nothing the second time', async () => {
    await importText(store, threeSales)
    const head = await store.headPosition()
    const { tally } = await importText(store, threeSales)
    expect(await store.headPosition()).toBe(head)
    expect(tally).toMatchObject({
      events: 0,
      of: { recorded: 0, alreadyThere: 4, thereOtherwise: 0 },
      already: { cart: 3, product: 3, customer: 1 },
      cartsWithMore: 0,
      relisted: 0,
    })
  })

  it('leaves a cart that stands with other lines, and says of each row what is there', async () => {
    await importText(store, threeSales)
    const [bottle, lantern] = threeSales as [string, string]
    const { tally, otherwise } = await importText(store, [
      bottle.replace('08:26', '09:26').replace(',6,', ',7,'),
      lantern.replace('3.00', '2.00'),
      lantern.replaceAll('71053', '22').replace('LANTERN', 'MUG'),
      ...threeSales.slice(2),
    ])
    expect(await cartEvents('1001')).toHaveLength(4)
    expect(tally).toMatchObject({ events: 1, of: { recorded: 0, alreadyThere: 2, thereOtherwise: 3 } })
    expect([...otherwise].map(([what, { first }]) => [what, ...first.map(({ says }) => says)])).toEqual([
      ['there already with another price', 'invoice 1001, 71053: 3.00 GBP is there, not 2.00 GBP'],
      ['in no line of the cart that is there', 'invoice 1001, 22'],
      [
        'there already with another date, quantity',
        'invoice 1001, 84029G: 2010-12-01 08:26 is there, not 2010-12-01 09:26; 6 is there, not 7',
      ],
    ])
  })

  it('says that a cart that is there has lines besides the file’s', async () => {
    await importText(store, threeSales)
    const { tally } = await importText(store, threeSales.slice(1))
    expect(tally).toMatchObject({ cartsWithMore: 1, of: { alreadyThere: 3, thereOtherwise: 0 } })
  })

  it('says which customer and country are there', async () => {
    await importText(store, threeSales)
    const { otherwise } = await importText(store, [(threeSales[2] as string).replace(',,France', ',7,Spain')])
    expect([...otherwise.values()].flatMap(({ first }) => first)).toMatchObject([
      { says: 'invoice 1002, 71053: retail-guest-1002 is there, not retail-7; France is there, not Spain' },
    ])
  })

  it('begins a cart with its earliest line and closes it with its latest', async () => {
    const sale = (code: string, time: string) =>
      `1001,${code},${code},1,2010-10-31T${time}:00,2.55,17850,France`
    await importText(store, [sale('LATE', '10:00'), sale('EARLY', '09:00'), sale('EARLY2', '09:00')])
    const events = await cartEvents('1001')
    const times = events.map(({ occurredAt }) => occurredAt.slice(11, 16))
    expect(times).toEqual(['09:00', '09:00', '09:00', '10:00', '10:00'])
    expect(events.flatMap(({ data }) => ('productId' in data ? [data.productId] : []))).toEqual([
      'EARLY',
      'EARLY2',
      'LATE',
    ])
  })

  it('gives a product whose code is the id of one of the shop’s own an id of its own', async () => {
    const shop = { kind: 'staff', id: 'anna' } as const
    const listing = {
      name: 'Lantern',
      description: '',
      category: 'Light',
      unitPrice: { amount: 9, currency: 'USD' },
    }
    for (const id of ['71053', 'retail-71053']) await store.append(listedBy(shop, id, listing))
    const { tally } = await importText(store, threeSales)
    expect(tally).toMatchObject({ renamed: 1, written: { product: 3 }, relisted: 1 })
    expect(await store.readStream(productStream('71053'))).toHaveLength(1)
    expect(await store.readStream(productStream('retail-71053'))).toHaveLength(1)
    expect(await store.readStream(productStream('retail-71053-2'))).toMatchObject([
      { data: { name: 'WHITE METAL LANTERN', unitPrice: gbp(300) } },
      { data: { unitPrice: gbp(325) } },
    ])
    expect((await cartEvents('1002'))[1]?.data).toMatchObject({ productId: 'retail-71053-2' })
    expect((await importText(store, threeSales)).tally).toMatchObject({ events: 0, of: { alreadyThere: 4 } })
  })

  it('leaves a product that the shop has changed since, whatever the file says of when', async () => {
    await importText(store, threeSales)
    const listing = {
      name: 'Lantern',
      description: '',
      category: 'Light',
      unitPrice: { amount: 9, currency: 'USD' },
    }
    await store.append({ ...listedBy({ kind: 'staff', id: 'anna' }, '71053', listing), expectedVersion: 2 })
    const later = '1004,71053,LANTERN,1,2036-12-01T08:26:00,1.00,17850,France'
    expect((await importText(store, [later])).tally).toMatchObject({ relisted: 0, of: { recorded: 1 } })
  })

  it('waits where too much is to be written already', async () => {
    let calls = 0
    const busy: EventStore = {
      ...store,
      append: async (append) =>
        calls++ % 2 === 0 ? { type: 'overloaded', retryAfterMs: 1 } : store.append(append),
    }
    expect((await importText(busy, threeSales)).tally).toMatchObject({ of: { recorded: 4 } })
    expect(await cartEvents('1001')).toHaveLength(4)
  })

  it('leaves a product that was listed later by someone else', async () => {
    await importText(store, threeSales)
    const older = '1004,71053,OLD LANTERN,1,2009-12-01T08:26:00,1.00,17850,France'
    expect((await importText(store, [older])).tally.relisted).toBe(0)
  })

  it('stops when told to, and goes on when run again', async () => {
    const stopped = await importText(store, threeSales, { signal: AbortSignal.abort() })
    expect(stopped.ending).toEqual({ type: 'stopped' })
    expect(await store.headPosition()).toBe(0)
    expect((await importText(store, threeSales)).tally.written.cart).toBe(3)
  })

  it('counts what it has read and not recorded when it is stopped', async () => {
    const stopper = new AbortController()
    const lines = Array.from({ length: 20 }, (_, index) => `${1000 + index},A,LAMP,1,2010-12-01,1,,`)
    const stoppingStore: EventStore = {
      ...store,
      append: (append) => {
        stopper.abort()
        return store.append(append)
      },
    }
    const { ending, tally } = await importText(stoppingStore, lines, { signal: stopper.signal })
    expect(ending).toEqual({ type: 'stopped' })
    expect(tally).toMatchObject({ lines: 10, of: { header: 1, recorded: 1, left: 8 } })
  })

  it('records no sale that a broken file may have left incomplete', async () => {
    const { ending, tally } = await importTable(store, brokenBehind(tableOf([header, ...threeSales])))
    expect(ending).toEqual({ type: 'unreadable', message: 'The gzip file is cut off.' })
    expect(tally).toMatchObject({ lines: 5, of: { header: 1, left: 4 } })
    expect(await store.headPosition()).toBe(0)
  })

  it('fails loudly when a line is lost', async () => {
    const table = tableOf([header, ...threeSales])
    await expect(importTable(store, { ...table, linesRead: () => 6 })).rejects.toThrow(
      "The counts don't add up: 6 lines in the file, 5 read, 5 accounted for.",
    )
  })
})

/** Breaks off the second time it is read: the first is when it is looked over. */
const brokenBehind = (table: Table): Table => {
  let reads = 0
  return {
    ...table,
    rows: async function* () {
      yield* table.rows()
      if (++reads > 1) throw new ImportError('The gzip file is cut off.')
    },
  }
}
