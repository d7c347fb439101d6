import type { DomainEvent } from '../../events/recorded-event'
import type { Typed, Versioned } from '../../streams/stream-type'
import type { Answered, CommandAction } from '../../wire/command-action'
import type { OutboxEntry } from './outbox-entry'

/** The types that the commands of a type of streams are made of, under one name. */
export interface CommandTypes {
  readonly state: Versioned
  readonly event: DomainEvent
  readonly command: unknown
  readonly rejection: Typed
  /** What is asked for in the browser: a request and what is noted beside it. */
  readonly asked: { readonly request: unknown; readonly expectedVersion?: number | undefined }
  readonly entry: OutboxEntry
  /** What the page knows beside the stream and decides with, like what each thing is called. */
  readonly known: unknown
}

export type RequestOf<Types extends CommandTypes> = Types['entry']['request']

/** The server action that an outbox's commands are sent to. */
export type ActionOf<Types extends CommandTypes> = CommandAction<
  RequestOf<Types>,
  Types['event'],
  Types['rejection']
>

/** What such an action answered. */
export type AnswerTo<Types extends CommandTypes> = Answered<Types['event'], Types['rejection']>
