import type { Columns } from '../table'

/** The columns of Online Retail, and what Online Retail II calls them. */
export const retailColumns: Columns = {
  names: [
    ['InvoiceNo', 'Invoice', 'Invoice Number'],
    ['StockCode'],
    ['Description'],
    ['Quantity'],
    ['InvoiceDate'],
    ['UnitPrice', 'Price'],
    ['CustomerID', 'Customer', 'Customer No', 'Customer Number'],
    ['Country'],
  ],
  isRow: ([invoiceNo]) => /^[A-Z]?\d+(\.0)?$/i.test(invoiceNo ?? ''),
}

export type RetailValues = readonly [
  invoiceNo: string,
  stockCode: string,
  description: string,
  quantity: string,
  invoiceDate: string,
  unitPrice: string,
  customerId: string,
  country: string,
]
