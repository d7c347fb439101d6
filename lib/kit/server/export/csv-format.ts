import type { Money } from '../../../shop/money'
import { canonicalJson } from '../../events/canonical-json'
import type { RecordedEvent } from '../../events/recorded-event'
import { type Cell, csvRow } from './csv-row'
import type { FileFormat } from './file-format'

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

type Column = readonly [name: string, cellOf: (event: RecordedEvent, payload: Payload) => Cell]

const columns: readonly Column[] = [
  ['position', (event) => event.position],
  ['streamType', (event) => event.streamType],
  ['streamId', (event) => event.streamId],
  ['version', (event) => event.version],
  ['occurredAt', (event) => event.occurredAt],
  ['type', (event) => event.type],
  ['actorKind', (event) => event.metadata.actor.kind],
  ['actorId', (event) => event.metadata.actor.id],
  ['customerId', (_, payload) => payload.customerId],
  ['productId', (_, payload) => payload.productId],
  ['productName', (_, payload) => payload.productName ?? payload.name],
  ['oldQuantity', (_, payload) => payload.oldQuantity],
  ['quantity', (_, payload) => payload.newQuantity ?? payload.quantity],
  ['unitPriceMinor', (_, payload) => (payload.newPrice ?? payload.unitPrice)?.amount],
  ['totalMinor', (_, payload) => payload.totalAmount?.amount],
  ['currency', (_, payload) => (payload.newPrice ?? payload.unitPrice ?? payload.totalAmount)?.currency],
  ['toVersion', (_, payload) => payload.toVersion],
  ['reason', (_, payload) => payload.reason],
  ['data', (event) => canonicalJson(event.data)],
  ['schemaVersion', (event) => event.schemaVersion],
  ['eventId', (event) => event.eventId],
  ['correlationId', (event) => event.metadata.correlationId],
  ['causationId', (event) => event.metadata.causationId],
  ['commandId', (event) => event.metadata.commandId],
  ['commandType', (event) => event.metadata.commandType],
  ['hash', (event) => event.hash],
]

/** Without it spreadsheets take UTF-8 for something else. */
const byteOrderMark = '\ufeff'

const lastRow: Readonly<Record<string, (exported: object, at: string) => Cell>> = {
  occurredAt: (_, at) => at,
  type: () => 'ExportCompleted',
  data: (exported) => canonicalJson(exported),
}

/** For spreadsheets: a header, a row for each event, and a last row that has manifest and trailer as its data. */
export const csvFormat: FileFormat = {
  contentType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  begin: () => byteOrderMark + csvRow(columns.map(([name]) => name)),
  line: (event) => csvRow(columns.map(([, cellOf]) => cellOf(event, event.data))),
  between: '',
  end: (trailer, manifest) =>
    csvRow(columns.map(([name]) => lastRow[name]?.({ manifest, trailer }, manifest.exportedAt))),
}
