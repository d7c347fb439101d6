import { type Money, money } from '../../../domain/money'
import type { CsvRow } from '../csv/rows'
import { readDate } from './date'
import { limits } from './limits'
import { readPence } from './price'
import type { Refusal } from './refusals'
import { safeId } from './safe-id'

export const retailColumns = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
] as const

/** One line of a sale's invoice. */
export interface SaleLine {
  readonly invoiceNo: string
  readonly productId: string
  readonly stockCode: string
  /** May be empty. */
  readonly description: string
  readonly quantity: number
  readonly unitPrice: Money
  /** Empty when the file names none. */
  readonly customerNumber: string
  readonly country: string
  /** ISO 8601, UTC. */
  readonly occurredAt: string
}

type Values = readonly [string, string, string, string, string, string, string, string]

const notStorable = /(?![\t\r\n])[\p{Cc}\p{Cs}]/u

/** A row as a line of a sale; or why it is none. The checks go from what the row is to what it says. */
export const readLine = ({ values }: CsvRow): SaleLine | Refusal => {
  if (!values || values.some((value) => notStorable.test(value))) return 'malformedRow'
  const [invoiceNo, stockCode, description, quantityText, date, price, customer, country] = values as Values
  if (/^C/i.test(invoiceNo)) return 'cancellation'
  if (/^[A-Z]/i.test(invoiceNo)) return 'adjustment'
  if (!/^\d{1,40}$/.test(invoiceNo)) return 'malformedRow'
  const productId = safeId(stockCode)
  if (!productId) return 'noStockCode'
  const quantity = /^\d{1,12}$/.test(quantityText) ? Number(quantityText) : 0
  if (quantity === 0) return 'quantityNotPositive'
  if (quantity > limits.quantity) return 'quantityTooLarge'
  const pence = readPence(price)
  if (typeof pence !== 'number') return pence
  const occurredAt = readDate(date)
  if (!occurredAt) return 'unreadableDate'
  return {
    invoiceNo,
    productId,
    stockCode,
    description,
    quantity,
    unitPrice: money(pence, 'GBP'),
    customerNumber: safeId(customer) ?? '',
    country: country || 'Unspecified',
    occurredAt,
  }
}
