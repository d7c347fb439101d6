import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { EventStore } from '../../../kit/server/store/event-store'
import { loadStream } from '../../../kit/server/store/load'
import { createMemoryStore } from '../../../kit/server/store/memory-store'
import type { CartEvent } from '../../cart/events'
import { starterProducts } from '../../product/server/starter-products'
import { shopEvents } from '../../wire/events/shop-events'
import { cartStream, productStream } from '../streams'
import { importTable } from './fixtures/import-text'
import { listedBy } from './fixtures/listed-by'
import { openTable } from './open-table'
import { retailColumns } from './retail/columns'
import type { Conventions } from './retail/survey'
import { openSource } from './source'
import type { LineCounts } from './tally'

const folder = process.env.IMPORT_CASES ?? '../shared/cases/import'

let store: EventStore
beforeEach(() => {
  store = createMemoryStore(shopEvents)
})

const importCase = async (name: string, conventions?: Conventions) => {
  const source = await openSource(join(folder, `${name}.csv`))
  return importTable(store, await openTable(source, retailColumns), conventions && { conventions })
}

const cart = (invoiceNo: string) => loadStream<CartEvent>(store, cartStream(`invoice-${invoiceNo}`))
const times = async (invoiceNo: string) =>
  (await cart(invoiceNo)).map(({ occurredAt }) => occurredAt.replace(':00.000Z', ''))
const charged = async (invoiceNo: string) => {
  const closed = (await cart(invoiceNo)).find((event) => event.type === 'CartCheckedOut')
  return closed?.data.totalAmount.amount
}

/** What each file's lines come to, and what is refused in which lines. */
const outcomes: [name: string, counts: Partial<LineCounts>, refused: Record<string, readonly number[]>][] = [
  ['balanced-stray-quotes', { header: 1, recorded: 4, refused: 1 }, { quoteOverRows: [3] }],
  ['unclosed-quote-line-1002', { header: 1, recorded: 4_999, refused: 1 }, { quoteOverRows: [1_002] }],
  ['crlf-header-lf-body', { header: 1, recorded: 20 }, {}],
  ['day-first-dates', { header: 1, recorded: 3 }, {}],
  ['day-first-dates-corrected', { header: 1, recorded: 3 }, {}],
  ['date-spellings-refused', { header: 1, recorded: 3, refused: 3 }, { dateAmbiguous: [2, 3, 5] }],
  ['nan-null-customer', { header: 1, recorded: 3 }, {}],
  ['online-retail-ii-header', { header: 1, recorded: 1 }, {}],
  ['semicolon-decimal-comma', { header: 1, recorded: 1 }, {}],
  ['out-of-order-minutes-and-dst', { header: 1, recorded: 5 }, {}],
  ['code-clashes-with-shop-product', { header: 1, recorded: 1 }, {}],
  ['bidi-combining-long-name', { header: 1, recorded: 2 }, {}],
]

describe.skipIf(!existsSync(folder))(
  `files that went wrong (set IMPORT_CASES; looked for in ${folder})`,
  () => {
    it.each(outcomes)('%s: every line in its count', async (name, counts, refused) => {
      const { ending, tally, refusals } = await importCase(name)
      expect(ending).toEqual({ type: 'finished' })
      const nothing = {
        header: 0,
        blank: 0,
        refused: 0,
        recorded: 0,
        alreadyThere: 0,
        thereOtherwise: 0,
        left: 0,
      }
      expect(tally.of).toEqual({ ...nothing, ...counts })
      const lines = [...refusals].map(([reason, { first }]) => [reason, first.map(({ place }) => place.line)])
      expect(Object.fromEntries(lines)).toEqual(refused)
    })

    it.each(outcomes)('%s: nothing new the second time', async (name, { recorded = 0 }) => {
      await importCase(name)
      const head = await store.headPosition()
      const { tally } = await importCase(name)
      expect(tally).toMatchObject({
        events: 0,
        of: { alreadyThere: recorded, thereOtherwise: 0, recorded: 0 },
      })
      expect(await store.headPosition()).toBe(head)
    })

    it('records no sale that stray quotes made up', async () => {
      await importCase('balanced-stray-quotes')
      expect(await charged('961001')).toBe(255)
      expect(await cart('961002')).toEqual([])
      expect(await charged('961003')).toBe(99_900)
      expect((await cart('961004'))[1]?.data).toMatchObject({ productName: 'JUG 12"', quantity: 100 })
      expect(await charged('961006')).toBe(255)
    })

    it('reads a column’s dates in one order, and knows the same facts again', async () => {
      await importCase('day-first-dates')
      expect(await times('910003')).toContain('2010-12-01T08:26')
      expect(await times('910004')).toContain('2010-12-13T08:26')
      expect(await times('910005')).toContain('2010-12-05T09:00')
      const { tally } = await importCase('day-first-dates-corrected')
      expect(tally).toMatchObject({ events: 0, of: { alreadyThere: 3 } })
    })

    it('says of each row that its sale is there with another date', async () => {
      await importCase('day-first-dates', { dates: 'month-first', decimals: '.' })
      const { tally, otherwise } = await importCase('day-first-dates-corrected')
      expect(tally).toMatchObject({ events: 0, of: { alreadyThere: 1, thereOtherwise: 2 } })
      expect(otherwise.get('there already with another date')?.first).toMatchObject([
        { place: { line: 2 }, says: 'invoice 910003, AA3: 2010-01-12 08:26 is there, not 2010-12-01 08:26' },
        { place: { line: 4 }, says: 'invoice 910005, AA3: 2010-05-12 09:00 is there, not 2010-12-05 09:00' },
      ])
    })

    it('says what a date could be, and takes it as it is told', async () => {
      const { refusals } = await importCase('date-spellings-refused')
      expect(refusals.get('dateAmbiguous')?.first[1]?.says).toBe(
        '12/1/2010 8:26 PM could be 12 January 2010 or 1 December 2010',
      )
      expect(await times('910032')).toContain('2010-12-01T00:00')
      expect(await times('910034')).toContain('2010-12-01T08:26')
      expect(await times('910035')).toContain('2010-12-01T07:26')
      const { tally } = await importCase('date-spellings-refused', { dates: 'month-first', decimals: '.' })
      expect(tally.of).toMatchObject({ recorded: 3, alreadyThere: 3, refused: 0 })
      expect(await times('910030')).toContain('2010-12-01T08:26')
      expect(await times('910031')).toContain('2010-12-01T20:26')
      expect(await times('910033')).toContain('2010-01-12T08:26')
    })

    it('knows no customer and no product called nothing', async () => {
      await importCase('nan-null-customer')
      for (const invoiceNo of ['910020', '910021', '910022']) {
        const [created, added] = await cart(invoiceNo)
        expect(created?.data).toEqual({ customerId: `retail-guest-${invoiceNo}` })
        expect(added?.data).toMatchObject({ productName: 'AA12' })
      }
    })

    it('reads Online Retail II, and decimal commas', async () => {
      await importCase('online-retail-ii-header')
      expect((await cart('910001'))[0]?.data).toEqual({ customerId: 'retail-12345' })
      await importCase('semicolon-decimal-comma')
      expect(await times('910002')).toContain('2010-12-01T08:26')
      expect((await cart('910002'))[1]?.data).toMatchObject({ quantity: 2, unitPrice: { amount: 255 } })
    })

    it('closes no cart before it was made', async () => {
      await importCase('out-of-order-minutes-and-dst')
      expect(await times('950001')).toEqual(
        ['00:30', '00:30', '01:30', '23:30', '23:30'].map((time) => `2010-10-31T${time}`),
      )
      expect(await times('950002')).toEqual(
        ['09:00', '09:00', '10:00', '10:00'].map((time) => `2010-10-31T${time}`),
      )
    })

    it('leaves the shop’s own product as it is', async () => {
      const mug = starterProducts.find(({ productId }) => productId === 'ceramic-mug')
      const system = { kind: 'system', id: 'starter-catalogue' } as const
      await store.append(listedBy(system, 'ceramic-mug', { ...mug, hasPicture: true }))
      await importCase('code-clashes-with-shop-product')
      expect(await store.readStream(productStream('ceramic-mug'))).toHaveLength(1)
      expect(await store.readStream(productStream('retail-ceramic-mug'))).toMatchObject([
        { data: { name: 'MUG FROM FILE', unitPrice: { amount: 255, currency: 'GBP' } } },
      ])
      expect((await cart('910036'))[1]?.data).toMatchObject({ productId: 'retail-ceramic-mug' })
    })

    it('keeps a name as it is, whatever is in it', async () => {
      await importCase('bidi-combining-long-name')
      expect((await cart('910043'))[1]?.data).toMatchObject({
        productName: 'CAFE\u{301} \u{2615}\u{1f469}\u{200d}\u{1f469}\u{200d}\u{1f467} \u{202e}txet',
      })
      expect((await cart('910044'))[1]?.data).toMatchObject({ productName: 'W'.repeat(3_000) })
    })
  },
)
