import type { RecordedEvent } from '../../events/recorded-event'
import type { Refusal } from '../../wire/command-action'
import type { CommandTypes } from './command-types'
import type { Outbox } from './outbox'

/** What one tab of a browser tells the others. */
export type TabMessage<Types extends CommandTypes = CommandTypes> =
  /** What waits, and what of it was answered. */
  | { readonly type: 'outbox'; readonly outbox: Outbox<Types['entry']> }
  /** Events that a command's answer brought. */
  | {
      readonly type: 'confirmed'
      readonly streamId: string
      readonly events: readonly RecordedEvent<Types['event']>[]
    }
  /** A stream was begun by what a person, or nobody yet, asked for. */
  | { readonly type: 'opened'; readonly streamId: string; readonly person: string | null }
  /** A command was refused by the server. */
  | {
      readonly type: 'refused'
      readonly entry: Types['entry']
      readonly rejection: Refusal<Types['rejection']>
    }
