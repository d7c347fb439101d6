import type { StreamType } from '../../streams/stream-type'
import type { CommandTypes } from './command-types'
import type { Merge } from './outbox'
import type { NewEntry } from './outbox-entry'
import type { OutboxReader } from './outbox-schema'

/** What a command is decided on in the browser, beside the state. */
export interface Surroundings<Types extends CommandTypes> {
  readonly known: Types['known']
  /** The state at a version, pending ones too; undefined where it isn't at hand. */
  readonly stateAt: (version: number) => Types['state'] | undefined
}

/** What is on its way to a stream when one more command is asked for. */
export interface OnTheWay<Types extends CommandTypes> {
  /** The stream as it is confirmed. */
  readonly confirmed: Types['state']
  /** The stream with all that is on its way. */
  readonly shown: Types['state']
  readonly pending: readonly Types['entry'][]
}

/** How commands of a type of streams are decided, gathered and kept in a browser. */
export interface OutboxRules<Types extends CommandTypes> {
  readonly type: StreamType<Types['state'], Types['command'], Types['event'], Types['rejection']>
  /** What the browser's database, and what its tabs share, is named after. */
  readonly storageName: string
  /** Whose stream it is; empty while there is none. */
  ownerOf(state: Types['state']): string
  /** Makes an entry of what was asked for on the stream as it is shown. */
  toEntry(asked: Types['asked'], entry: NewEntry, shown: Types['state']): Types['entry']
  /** The command that begins a stream that isn't there yet, as the server will; undefined where it is there. */
  beginningOf(state: Types['state']): Types['command'] | undefined
  /** The command that is meant; undefined where only the server can tell. */
  commandOf(entry: Types['entry'], surroundings: Surroundings<Types>): Types['command'] | undefined
  readonly merge: Merge<Types['entry']>
  /** May it be merged with what is on its way, so that both are decided as if one after the other? */
  mayMerge(entry: Types['entry'], onTheWay: OnTheWay<Types>): boolean
  /** An entry as it is written down in the browser. */
  toKept(entry: Types['entry']): object
  /** Fetches what reads what others wrote down: to check it takes more code than all else. */
  readonly loadReader: () => Promise<OutboxReader<Types>>
}
