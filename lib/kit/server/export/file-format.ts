import type { RecordedEvent } from '../../events/recorded-event'
import type { ExportManifest, ExportTrailer } from '../../wire/api-export'

/** How an export is written down. */
export interface FileFormat {
  readonly contentType: string
  readonly extension: string
  readonly begin: (manifest: ExportManifest) => string
  /** One event with its line's end: what the trailer's hash is over. */
  readonly line: (event: RecordedEvent) => string
  /** Stands between two lines and isn't hashed. */
  readonly between: string
  readonly end: (trailer: ExportTrailer, manifest: ExportManifest) => string
}
