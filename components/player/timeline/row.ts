import type { DomainEvent, RecordedEvent } from '@/lib/kit/events/recorded-event'

interface AnyRow {
  /** Names the row among the list's: an event's version, or the first of a run, negative. */
  readonly key: number
  /** Where it stands, of a run its last; for a pending one, where it will stand if nothing comes between. */
  readonly version: number
  /** Of a run the last. Undefined while it is being asked for. */
  readonly event: DomainEvent | undefined
  /** What happened, in words. */
  readonly text: string
  /** ISO 8601, UTC; undefined while it is being asked for. */
  readonly at: string | undefined
}

/** A line of the timeline: an event of the log, one on its way there, or one that isn't at hand yet. */
export interface EventRow extends AnyRow {
  readonly type: 'event'
  /** Undefined while pending, and while it is being asked for. */
  readonly recorded: RecordedEvent | undefined
  /** One of an open run's. */
  readonly inRun: boolean
}

/** A line that stands for a run of events; while it is open they follow it. */
export interface RunRow extends AnyRow {
  readonly type: 'run'
  readonly count: number
  /** The version it began at. */
  readonly first: number
  /** When that occurred: ISO 8601, UTC. */
  readonly since: string | undefined
  readonly isOpen: boolean
}

export type Row = EventRow | RunRow

/** The versions whose events a row tells of. */
export const versionsOf = (row: Row): readonly number[] =>
  row.type === 'run' ? [row.version, row.first] : [row.version]

/** Whether a version is this row's, or of the shut run it stands for. */
export const isIn = (row: Row, version: number): boolean => {
  if (row.type === 'event') return row.version === version
  return !row.isOpen && row.first <= version && version <= row.version
}
