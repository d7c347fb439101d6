import type { NewEvent } from '../../lib/kit/server/store/event-store'

/** Another event store, in a database of its own on the same server. */
export interface Peer {
  readonly name: string
  /** Appends to a stream that has so many events by now; throws when it hasn't. */
  readonly append: (streamId: string, version: number, events: readonly NewEvent[]) => Promise<void>
  /** All events it holds, counted in its own table. */
  readonly countEvents: () => Promise<number>
  readonly close: () => Promise<void>
}

export interface PeerConnection {
  /** Of an empty database. */
  readonly url: string
  readonly connections: number
}
