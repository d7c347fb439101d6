import type { RecordedEvent } from '../../events/recorded-event'
import type { ExportManifest } from '../../wire/api-export'
import type { Identity } from '../../wire/identity'

/** Who exports, and when. */
export interface Exporter {
  readonly identity: Identity
  readonly at: Date
}

/** What is exported, whatever the format. */
export interface ExportSource {
  /** What the file is called, without its extension. */
  readonly name: string
  readonly manifest: ExportManifest
  /** Read as they are asked for. */
  readonly events: AsyncGenerator<RecordedEvent, void, undefined>
}

/** The part of a manifest that says who made it and when. */
export const madeBy = ({ identity, at }: Exporter) =>
  ({
    format: 'hindsight-export',
    formatVersion: 1,
    exportedAt: at.toISOString(),
    exportedBy: { id: identity.userId, role: identity.role },
  }) as const
