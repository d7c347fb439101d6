import type { DomainEvent } from '../../events/recorded-event'
import type { Versioned } from '../../streams/stream-type'
import type { SearchableType } from '../../wire/searchable-type'
import type { StreamWindow } from '../../wire/stream-opening'
import type { Connection } from '../connection/connection'
import type { StreamLog } from '../stream-log/stream-log'
import type { WindowLoader } from '../stream-log/window-loader'
import type { ScanWorker } from './scan-worker'

/** An event that the rules foresee of a command on its way. */
export interface PendingEvent<Event extends DomainEvent = DomainEvent> {
  readonly commandId: string
  readonly event: Event
  /** ISO 8601. */
  readonly issuedAt: string
}

/** A stream as this tab has it: what is confirmed, what is on its way, and both together. */
export interface StreamSession<State extends Versioned = Versioned, Event extends DomainEvent = DomainEvent> {
  readonly type: SearchableType<State, Event>
  /** Null while there is no stream yet. */
  readonly streamId: string | null
  /** Where the API has it; null while there is no stream yet. */
  readonly path: string | null
  /** True where the stream is only looked at. */
  readonly readOnly: boolean
  readonly log: StreamLog<State, Event>
  /** The last confirmed version. */
  readonly head: number
  /** When the stream's first event happened, ISO 8601; undefined while there is none. */
  readonly createdAt: string | undefined
  /** Asks for windows of its past; the log has each when it is there. */
  readonly windows: WindowLoader
  /** The window that begins at a version. Rejects when the server can't be asked. */
  readonly loadWindow: (from: number) => Promise<StreamWindow<State, Event>>
  /** Begins a worker that answers questions to its whole history. */
  readonly spawnScan: () => ScanWorker
  /** Pending commands decided on the confirmed events. */
  readonly optimistic: State
  readonly pending: readonly PendingEvent<Event>[]
  /** How this tab stands with the server. */
  readonly connection: Connection
}
