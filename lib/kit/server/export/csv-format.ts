import { canonicalJson } from '../../events/canonical-json'
import type { RecordedEvent } from '../../events/recorded-event'
import { type Cell, csvRow } from './csv-row'
import type { FileFormat } from './file-format'

export type CsvColumn = readonly [name: string, cellOf: (event: RecordedEvent) => Cell]

const before: readonly CsvColumn[] = [
  ['position', (event) => event.position],
  ['streamType', (event) => event.streamType],
  ['streamId', (event) => event.streamId],
  ['version', (event) => event.version],
  ['occurredAt', (event) => event.occurredAt],
  ['type', (event) => event.type],
  ['actorKind', (event) => event.metadata.actor.kind],
  ['actorId', (event) => event.metadata.actor.id],
]

const after: readonly CsvColumn[] = [
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

/**
 * For spreadsheets: a header, a row for each event, and a last row that has manifest and trailer as its data. An
 * application has columns of its own for what matters of its events.
 */
export const csvFormat = (own: readonly CsvColumn[]): FileFormat => {
  const columns = [...before, ...own, ...after]
  return {
    contentType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    begin: () => byteOrderMark + csvRow(columns.map(([name]) => name)),
    line: (event) => csvRow(columns.map(([, cellOf]) => cellOf(event))),
    between: '',
    end: (trailer, manifest) =>
      csvRow(columns.map(([name]) => lastRow[name]?.({ manifest, trailer }, manifest.exportedAt))),
  }
}
