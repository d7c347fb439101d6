import type { ScannedEvent } from '../../wire/scan'
import type { ScanQuestion } from './question'
import type { ScanFinding } from './scan'

/** What the page tells the worker. */
export type ToWorker =
  /** A stream of which type; it is read from there, after a version, by adding it to the address. */
  | { readonly type: 'open'; readonly streamType: string; readonly address: string }
  | { readonly type: 'ask'; readonly id: number; readonly question: ScanQuestion }
  | { readonly type: 'stop'; readonly id: number }
  /** The stream has come as far as this; its newest events, as far as the page has them. */
  | { readonly type: 'follow'; readonly head: number; readonly events: readonly ScannedEvent[] }
  | { readonly type: 'retry' }

/** Why events can't be read now: no network, a server that can't answer, or a stream that isn't to be seen. */
export type FailedScan = 'offline' | 'unavailable' | 'refused'

/** How far the worker has come with reading. */
export type ScanProgress =
  | { readonly type: 'reading'; readonly upTo: number }
  | { readonly type: 'read'; readonly upTo: number }
  | { readonly type: 'failed'; readonly upTo: number; readonly failure: FailedScan }

/** What the worker tells the page. */
export type FromWorker =
  | { readonly type: 'progress'; readonly progress: ScanProgress }
  | { readonly type: 'found'; readonly id: number; readonly found: ScanFinding }
