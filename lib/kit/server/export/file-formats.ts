import type { ExportFormat } from '../../wire/api-export'
import { cloudEventsFormat } from './cloud-events-format'
import { csvFormat } from './csv-format'
import type { FileFormat } from './file-format'
import { jsonFormat } from './json-format'
import { ndjsonFormat } from './ndjson-format'

export const fileFormats: Readonly<Record<ExportFormat, FileFormat>> = {
  json: jsonFormat,
  ndjson: ndjsonFormat,
  csv: csvFormat,
  cloudevents: cloudEventsFormat,
}
