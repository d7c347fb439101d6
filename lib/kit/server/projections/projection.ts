import type { RecordedEvent } from '../../events/recorded-event'
import type { Write } from '../postgres/write'
import type { EventFilter, EventStore } from '../store/event-store'

/** What a projection may read besides the events it is given: the streams they belong to. */
export type Streams = Pick<EventStore, 'readStream'>

/** What brings the tables up to date with events that were not applied before, each stream's in its order. */
export type Project = (events: readonly RecordedEvent[]) => Promise<readonly Write[]>

/** Where the tables stand that are read. The app's role finds them there, and they are its own. */
export const liveSchema = 'read_models'

/**
 * A read model that follows the log. It writes its own tables alone, by unqualified names, so that the same
 * code builds it anew elsewhere; what it writes commits together with how far it has come.
 */
export interface Projection {
  readonly name: string
  readonly tables: readonly string[]
  readonly filter: EventFilter
  /** What it remembers from one call to the next only spares it reading: it may begin again anywhere. */
  readonly begin: (streams: Streams) => Project
}
