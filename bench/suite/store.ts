/** What the suite asks of an event store. Events are told apart by their ids, UUIDs that the suite gives. */
export interface SuiteStore {
  /** Appends all or none to a stream that has so many events by now; `conflict` when it hasn't. */
  readonly append: (
    stream: string,
    version: number,
    ids: readonly string[],
  ) => Promise<'appended' | 'conflict'>
  /** The ids of a stream's events, in order. */
  readonly readStream: (stream: string) => Promise<readonly string[]>
  /** The next of the whole log after a place in it, from the beginning where none is given: as who follows it is told to read. */
  readonly readLog: (after: string | undefined, limit: number) => Promise<LogPage>
  /** Moves a stream out of the log, where the store can; reading it stays the same. */
  readonly archive?: (stream: string) => Promise<void>
  readonly close: () => Promise<void>
}

export interface LogPage {
  readonly entries: readonly LogEntry[]
  /** The place after the last of them; the same as before where there were none. */
  readonly end: string | undefined
}

export interface LogEntry {
  readonly stream: string
  readonly id: string
}

/** Where a store's database is, in a form that goes to another process. */
export interface StorePlace {
  /** Of the store's own database, as its owner. */
  readonly url: string
  /** Where the Postgres keeps its files, and ours its secret and its archive. */
  readonly dataDir: string
  readonly connections: number
}
