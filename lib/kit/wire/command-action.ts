import type { DomainEvent } from '../events/recorded-event'
import type { Typed } from '../streams/stream-type'
import type { ActionAnswer } from './answers'

/** What a page sends to a server action to have a command handled. */
export interface CommandInput<Request = unknown> {
  /** Null for a stream that the server finds or begins. */
  readonly streamId: string | null
  readonly commandId: string
  readonly request: Request
  /** The version the stream must still be at. */
  readonly expectedVersion?: number | undefined
  /** Who asked for it, which may have been a while ago; null for nobody yet. */
  readonly issuedBy: string | null
}

/** A server action that handles what is asked of a type of streams. */
export type CommandAction<
  Request = unknown,
  Event extends DomainEvent = DomainEvent,
  Refused extends Typed = Typed,
> = (input: CommandInput<Request>) => Promise<ActionAnswer<Event, Refused>>

/** What an action answered to who asked: taken or refused. */
export type Answered<Event extends DomainEvent = DomainEvent, Refused extends Typed = Typed> = Exclude<
  ActionAnswer<Event, Refused>,
  { type: 'signedOut' }
>

/** Why an action refused. */
export type Refusal<Refused extends Typed = Typed> = Extract<
  ActionAnswer<DomainEvent, Refused>,
  { type: 'rejected' }
>['rejection']
