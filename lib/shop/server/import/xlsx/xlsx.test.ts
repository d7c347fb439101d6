import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EventStore } from '../../../../kit/server/store/event-store'
import { createMemoryStore } from '../../../../kit/server/store/memory-store'
import { shopEvents } from '../../../wire/events/shop-events'
import { cartStream } from '../../streams'
import { importTable } from '../fixtures/import-text'
import { type WorkbookCell, workbookOf, workbookParts } from '../fixtures/workbook'
import { zipOf } from '../fixtures/zip'
import { openTable } from '../open-table'
import { retailColumns } from '../retail/columns'
import { openSource } from '../source'

let directory: string
let store: EventStore
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hindsight-xlsx-'))
})
beforeEach(() => {
  store = createMemoryStore(shopEvents)
})
afterAll(() => rm(directory, { recursive: true }))

const header = [
  'Invoice',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'Price',
  'Customer ID',
  'Country',
]
const sale = (invoice: WorkbookCell, overrides: WorkbookCell[] = []): WorkbookCell[] =>
  [invoice, '85123A', 'LAMP', 6, 40513.351388888892, 2.55, 17850, 'France'].map(
    (cell, index) => overrides[index] ?? cell,
  )

const importFile = async (bytes: Buffer) => {
  const path = join(directory, 'sales.csv')
  await writeFile(path, bytes)
  const table = await openTable(await openSource(path), retailColumns)
  return importTable(store, table).finally(table.close)
}

const cart = (invoiceNo: string) => store.readStream(cartStream(`invoice-${invoiceNo}`))

describe('a workbook', () => {
  it('is imported with every row in its count, sheet after sheet', async () => {
    const { tally, refusals } = await importFile(
      workbookOf({
        'Year 2009-2010': [header, sale(489434), [], sale('C489435'), [' ']],
        Notes: [['What this is']],
        'Year 2010-2011': [header, sale(536365, [undefined, 'POST <&> "1"'])],
      }),
    )
    expect(tally).toMatchObject({ lines: 8, of: { header: 2, blank: 2, recorded: 2, refused: 2 } })
    expect([...refusals].map(([reason, { first }]) => [reason, ...first.map(({ place }) => place)])).toEqual([
      ['cancellation', { sheet: 'Year 2009-2010', line: 4, lines: 1 }],
      ['otherSheet', { sheet: 'Notes', line: 1, lines: 1 }],
    ])
    expect((await cart('536365'))[1]?.data).toMatchObject({ productId: 'POST-1' })
  })

  it('has numbers as Excel keeps them, and texts as people wrote them', async () => {
    const cells = (price: string): WorkbookCell[] => [
      ...sale(undefined).slice(0, 5),
      { xml: `<c r="F2"><v>${price}</v></c>` },
      { xml: '<c r="G2" t="e"><v>#N/A</v></c>' },
      {
        xml: '<c r="H2" t="inlineStr"><is><r><t>Côte </t></r><r><t>d’Ivoire</t></r><rPh><t>x</t></rPh></is></c>',
      },
    ]
    const { tally } = await importFile(
      workbookOf({ Sheet1: [header, [1001, ...cells('2.5499999999999998').slice(1)]] }),
    )
    expect(tally.of).toMatchObject({ recorded: 1 })
    const [created, added, closed] = await cart('1001')
    expect(created).toMatchObject({
      data: { customerId: 'retail-guest-1001' },
      occurredAt: '2010-12-01T08:26:00.000Z',
    })
    expect(added?.data).toMatchObject({ quantity: 6, unitPrice: { amount: 255 } })
    expect(closed?.data).toMatchObject({ shippingAddress: { country: 'Côte d’Ivoire' } })
  })

  it('takes no number’s point for one of thousands', async () => {
    const { refusals } = await importFile(workbookOf({ Sheet1: [header, sale(1001, [...Array(5), 1.234])] }))
    expect([...refusals.keys()]).toEqual(['priceNotInPence'])
  })

  it.each([
    ['xl/workbook.bin', 'A binary workbook (.xlsb)'],
    ['content.xml', 'An OpenDocument sheet'],
    ['sales.csv', 'A zip file; unpack it'],
  ])('is refused by name when it is another zip file: %s', async (part, message) => {
    await expect(importFile(zipOf({ [part]: 'x' }))).rejects.toThrow(message)
  })

  it('says which columns are missing', async () => {
    await expect(importFile(workbookOf({ Sheet1: [['Invoice', 'Price']] }))).rejects.toThrow(
      'No column StockCode',
    )
    await expect(importFile(workbookOf({ Sheet1: [] }))).rejects.toThrow('The file is empty')
  })

  it.each([
    ['no XML', 'Sheet < 1', 'Not readable as a workbook'],
    ['too deep', '<a>'.repeat(1_000), 'Not readable as a workbook'],
    ['one long text', `<a>${'x'.repeat(6 * 2 ** 20)}`, 'Not readable as a workbook'],
    ['cut off', '<worksheet><sheetData>', 'Not readable as a workbook'],
  ])('is refused when its sheet is %s', async (_, sheet, message) => {
    const parts = workbookParts({ Sheet1: [header, sale(1001)] })
    await expect(importFile(zipOf({ ...parts, 'xl/worksheets/sheet1.xml': sheet }))).rejects.toThrow(message)
  })

  it('is refused when it is too large unpacked, or says it is smaller than it is', async () => {
    const parts = workbookParts({ Sheet1: [header, sale(1001)] })
    const strings = 'xl/sharedStrings.xml'
    await expect(importFile(zipOf(parts, { [strings]: 2 ** 31 }))).rejects.toThrow('too large to be read')
    await expect(importFile(zipOf(parts, { [strings]: 10 }))).rejects.toThrow('is damaged')
    const many = { ...parts, [strings]: `<sst>${`<si><t>${'x'.repeat(65_536)}</t></si>`.repeat(600)}</sst>` }
    await expect(importFile(zipOf(many))).rejects.toThrow('Too many different texts')
  })
})
