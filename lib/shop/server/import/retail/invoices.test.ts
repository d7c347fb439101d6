import { describe, expect, it } from 'vitest'
import { createInvoiceGatherer, type Gathered, type Invoice } from './invoices'
import { limits } from './limits'
import type { SaleLine } from './line'

const line = (invoiceNo: string, overrides: Partial<SaleLine> = {}): SaleLine => ({
  type: 'sale',
  place: { line: 2, lines: 1 },
  invoiceNo,
  productId: 'A',
  stockCode: 'A',
  description: 'A',
  quantity: 1,
  unitPrice: { amount: 100, currency: 'GBP' },
  customerNumber: '17850',
  country: 'France',
  occurredAt: '2010-12-01T08:26:00.000Z',
  ...overrides,
})

const many = Array.from({ length: 20 }, (_, index) => `${2000 + index}`)

const completed = (gathered: readonly Gathered[]): Invoice[] =>
  gathered.flatMap((each) => (each.type === 'gathered' && each.complete ? [each.complete] : []))

describe('the gatherer of invoices', () => {
  it('gives each invoice once, whole and in the file’s order', () => {
    const gatherer = createInvoiceGatherer()
    const gathered = many.flatMap((no) => [
      gatherer.add(line(no)),
      gatherer.add(line(no, { productId: 'B' })),
    ])
    const invoices = [...completed(gathered), ...gatherer.rest()]
    expect(invoices.map((lines) => lines.map(({ invoiceNo, productId }) => invoiceNo + productId))).toEqual(
      many.map((no) => [`${no}A`, `${no}B`]),
    )
  })

  it('takes a straggler after a line of another invoice', () => {
    const gatherer = createInvoiceGatherer()
    for (const no of ['1001', '1002', '1001']) gatherer.add(line(no))
    expect(gatherer.rest().map((lines) => lines.length)).toEqual([1, 2])
  })

  it('refuses a line long after the others of its invoice', () => {
    const gatherer = createInvoiceGatherer()
    for (const no of ['1001', ...many]) gatherer.add(line(no))
    expect(gatherer.add(line('1001'))).toEqual({ type: 'refused', reason: 'invoiceClosed' })
  })

  it('refuses a line that names another customer', () => {
    const gatherer = createInvoiceGatherer()
    gatherer.add(line('1001'))
    expect(gatherer.add(line('1001', { customerNumber: '' }))).toEqual({
      type: 'refused',
      reason: 'customerDiffers',
    })
  })

  it('holds no more of an invoice than the limit', () => {
    const gatherer = createInvoiceGatherer()
    for (let count = 0; count < limits.linesPerInvoice; count++) gatherer.add(line('1001'))
    expect(gatherer.add(line('1001'))).toEqual({ type: 'refused', reason: 'invoiceTooLong' })
  })
})
