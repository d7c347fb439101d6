import { type Money, money } from '../../../money'
import type { Place } from '../table'
import type { RetailValues } from './columns'
import { readDate } from './date'
import { present, whole } from './missing'
import { readPence } from './price'
import { readQuantity } from './quantity'
import { type Refused, refused, twoMeanings } from './refusals'
import { safeId } from './safe-id'
import type { Conventions } from './survey'

/** One line of a sale's invoice. */
export interface SaleLine {
  readonly type: 'sale'
  /** Where it stands in the file. */
  readonly place: Place
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

const notStorable = /(?![\t\r\n])[\p{Cc}\p{Cs}]/u

/** A row as a line of a sale; or why it is none. The checks go from what the row is to what it says. */
export const readLine = (
  values: readonly string[],
  place: Place,
  conventions: Conventions,
): SaleLine | Refused => {
  if (values.some((value) => notStorable.test(value))) return refused('controlCharacters')
  const [invoice, stockCode, description, quantityText, date, price, customer, country] =
    values as RetailValues
  const invoiceNo = whole(present(invoice))
  if (/^C/i.test(invoiceNo)) return refused('cancellation')
  if (/^[A-Z]/i.test(invoiceNo)) return refused('adjustment')
  if (!/^\d{1,40}$/.test(invoiceNo)) return refused('noInvoiceNumber')
  const productId = safeId(present(stockCode))
  if (!productId) return refused('noStockCode')
  const quantity = readQuantity(quantityText, conventions.decimals)
  if (typeof quantity !== 'number') return quantity
  const pence = readPence(price, conventions.decimals)
  if (typeof pence !== 'number') return pence
  const read = readDate(date, conventions.dates)
  if (!read) return refused('unreadableDate', date)
  if (read.type === 'twoDates')
    return twoMeanings('dateAmbiguous', date, [day(read.dayFirst), day(read.monthFirst)])
  return {
    type: 'sale',
    place,
    invoiceNo,
    productId,
    stockCode,
    description: present(description),
    quantity,
    unitPrice: money(pence, 'GBP'),
    customerNumber: safeId(whole(present(customer))) ?? '',
    country: present(country) || 'Unspecified',
    occurredAt: read.at,
  }
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const day = (at: string): string => dayFormat.format(new Date(at))
