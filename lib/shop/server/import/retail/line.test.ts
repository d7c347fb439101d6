import { describe, expect, it } from 'vitest'
import { readLine } from './line'
import type { Conventions } from './survey'

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

const place = { line: 2, lines: 1 }
const conventions: Conventions = { dates: 'month-first', decimals: '.' }

const read = (overrides: Partial<typeof fields> = {}, how = conventions) =>
  readLine(Object.values({ ...fields, ...overrides }), place, how)

describe('readLine', () => {
  it('reads a line of a sale', () => {
    expect(read()).toEqual({
      type: 'sale',
      place,
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

  it.each(['', 'nan', 'NaN', 'NULL', 'None', 'N/A', '<NA>', '-'])('takes "%s" for nothing', (nothing) =>
    expect(read({ CustomerID: nothing, Description: nothing, Country: nothing })).toMatchObject({
      customerNumber: '',
      description: '',
      country: 'Unspecified',
    }),
  )

  it('takes numbers that went through a column of decimals for what they were', () =>
    expect(read({ InvoiceNo: '536365.0', CustomerID: '16001.0', Quantity: '6.0' })).toMatchObject({
      invoiceNo: '536365',
      customerNumber: '16001',
      quantity: 6,
    }))

  it('says what a row could mean', () => {
    const unknown = { dates: undefined, decimals: undefined }
    expect(read({}, unknown)).toEqual({
      type: 'refused',
      reason: 'dateAmbiguous',
      says: '12/1/2010 8:26 could be 12 January 2010 or 1 December 2010',
    })
    expect(read({ Quantity: '1,000' }, unknown)).toMatchObject({
      reason: 'quantityAmbiguous',
      says: '1,000 could be 1000 or 1.000',
    })
  })

  it('says what a date that it can’t read is, in a line of a report', () => {
    const long = `soon\n${'x'.repeat(200)}`
    expect(read({ InvoiceDate: long })).toMatchObject({ says: `soon ${'x'.repeat(82)}...` })
  })

  it.each([
    ['cancellation', { InvoiceNo: 'C536379' }],
    ['adjustment', { InvoiceNo: 'A563185' }],
    ['noInvoiceNumber', { InvoiceNo: '' }],
    ['noInvoiceNumber', { InvoiceNo: 'nan' }],
    ['noInvoiceNumber', { InvoiceNo: '12.5' }],
    ['controlCharacters', { Description: 'NUL \u0000' }],
    ['noStockCode', { StockCode: '' }],
    ['noStockCode', { StockCode: 'NULL' }],
    ['quantityNotPositive', { Quantity: '0' }],
    ['quantityNotPositive', { Quantity: '-6' }],
    ['quantityNotPositive', { Quantity: '1.5' }],
    ['quantityTooLarge', { Quantity: '200001' }],
    ['priceNotPositive', { UnitPrice: '0' }],
    ['priceNotInPence', { UnitPrice: '0.001' }],
    ['priceTooLarge', { UnitPrice: '1000001' }],
    ['unreadableDate', { InvoiceDate: '2010-13-01T08:26:00' }],
  ] as const)('refuses as %s: %o', (reason, overrides) =>
    expect(read(overrides)).toMatchObject({ type: 'refused', reason }),
  )
})
