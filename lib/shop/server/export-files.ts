import type { RecordedEvent } from '../../kit/events/recorded-event'
import type { CsvColumn } from '../../kit/server/export/csv-format'
import type { Cell } from '../../kit/server/export/csv-row'
import { createFileFormats } from '../../kit/server/export/file-formats'
import type { Money } from '../money'

/** Fields of events that are worth a column. */
interface Payload {
  readonly customerId?: string
  readonly productId?: string
  readonly productName?: string
  readonly name?: string
  readonly quantity?: number
  readonly oldQuantity?: number
  readonly newQuantity?: number
  readonly unitPrice?: Money
  readonly newPrice?: Money
  readonly totalAmount?: Money
  readonly toVersion?: number
  readonly reason?: string
}

const column = (name: string, cellOf: (payload: Payload) => Cell): CsvColumn => [
  name,
  ({ data }: RecordedEvent) => cellOf(data),
]

const csvColumns: readonly CsvColumn[] = [
  column('customerId', ({ customerId }) => customerId),
  column('productId', ({ productId }) => productId),
  column('productName', ({ productName, name }) => productName ?? name),
  column('oldQuantity', ({ oldQuantity }) => oldQuantity),
  column('quantity', ({ newQuantity, quantity }) => newQuantity ?? quantity),
  column('unitPriceMinor', ({ newPrice, unitPrice }) => (newPrice ?? unitPrice)?.amount),
  column('totalMinor', ({ totalAmount }) => totalAmount?.amount),
  column(
    'currency',
    ({ newPrice, unitPrice, totalAmount }) => (newPrice ?? unitPrice ?? totalAmount)?.currency,
  ),
  column('toVersion', ({ toVersion }) => toVersion),
  column('reason', ({ reason }) => reason),
]

/** The files that the shop's events are exported as. */
export const fileFormats = createFileFormats(csvColumns)
