import { describe, expect, it } from 'vitest'
import { readLine, retailColumns } from './line'

const fields = {
  InvoiceNo: '536365',
  StockCode: '85123A',
  Description: 'WHITE HANGING HEART T-LIGHT HOLDER',
  Quantity: '6',
  InvoiceDate: '12/1/2010 8:26',
  UnitPrice: '2.55',
  CustomerID: '17850',
  Country: 'United Kingdom',
}

const read = (overrides: Partial<typeof fields> = {}) =>
  readLine({ line: 2, values: retailColumns.map((column) => ({ ...fields, ...overrides })[column]) })

describe('readLine', () => {
  it('reads a line of a sale', () => {
    expect(read()).toEqual({
      invoiceNo: '536365',
      productId: '85123A',
      stockCode: '85123A',
      description: 'WHITE HANGING HEART T-LIGHT HOLDER',
      quantity: 6,
      unitPrice: { amount: 255, currency: 'GBP' },
      customerNumber: '17850',
      country: 'United Kingdom',
      occurredAt: '2010-12-01T08:26:00.000Z',
    })
  })

  it('knows no limit of the shop', () =>
    expect(read({ Quantity: '80995' })).toMatchObject({ quantity: 80_995 }))

  it('gives a code that a URL cannot hold an id', () =>
    expect(read({ StockCode: 'BANK CHARGES' })).toMatchObject({
      productId: 'BANK-CHARGES',
      stockCode: 'BANK CHARGES',
    }))

  it.each([
    ['cancellation', { InvoiceNo: 'C536379' }],
    ['adjustment', { InvoiceNo: 'A563185' }],
    ['malformedRow', { InvoiceNo: '' }],
    ['malformedRow', { Description: 'NUL \u0000' }],
    ['noStockCode', { StockCode: '' }],
    ['quantityNotPositive', { Quantity: '0' }],
    ['quantityNotPositive', { Quantity: '-6' }],
    ['quantityNotPositive', { Quantity: '1.5' }],
    ['quantityTooLarge', { Quantity: '200001' }],
    ['priceNotPositive', { UnitPrice: '0' }],
    ['priceNotInPence', { UnitPrice: '0.001' }],
    ['priceTooLarge', { UnitPrice: '1000001' }],
    ['unreadableDate', { InvoiceDate: '2010-13-01T08:26:00' }],
  ] as const)('refuses as %s: %o', (reason, overrides) => expect(read(overrides)).toBe(reason))

  it('refuses a row with too few or too many columns', () =>
    expect(readLine({ line: 2, values: undefined })).toBe('malformedRow'))
})
