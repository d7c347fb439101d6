import type { ExportFormat } from '../../wire/api-export'
import { cloudEventsFormat } from './cloud-events-format'
import { type CsvColumn, csvFormat } from './csv-format'
import type { FileFormat } from './file-format'
import { jsonFormat } from './json-format'
import { ndjsonFormat } from './ndjson-format'

export type FileFormats = Readonly<Record<ExportFormat, FileFormat>>

/** The kinds of files that an export may be; `csvColumns` are what an application adds to those of every event. */
export const createFileFormats = (csvColumns: readonly CsvColumn[]): FileFormats => ({
  json: jsonFormat,
  ndjson: ndjsonFormat,
  csv: csvFormat(csvColumns),
  cloudevents: cloudEventsFormat,
})
