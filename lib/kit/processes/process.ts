import type { EventTypes } from '../events/event-type'
import type { DomainEvent, RecordedEvent } from '../events/recorded-event'
import type { ProcessAnswer } from './process-events'
import type { Reaction } from './reactions'

/** What a process reacts to: an event of the log, a timer, or what a command or an effect came to. */
export type ProcessInput<LogEvent extends DomainEvent = DomainEvent> = RecordedEvent<LogEvent> | ProcessAnswer

/**
 * A process manager as pure functions: events in; events of its own, timers, commands and effects out. It has no clock: an
 * event says when it occurred, an answer says `at`. Its instances are streams of a type of their own.
 */
export interface ProcessRules<
  State = unknown,
  OwnEvent extends DomainEvent = DomainEvent,
  LogEvent extends DomainEvent = DomainEvent,
> {
  readonly streamType: string
  /** Where in the log it begins; at its end when left out: about what was before nothing is done. */
  readonly startFrom?: 'beginning' | 'now' | undefined
  /** The types of the events of the log that it reacts to. */
  readonly inputs: readonly LogEvent['type'][]
  /** Which instance an event is for, always the same; undefined where it is for none. */
  instanceOf(event: RecordedEvent<LogEvent>): string | undefined
  initial(instance: string): State
  /** What it knows after one more event of its own. */
  evolve(state: State, event: OwnEvent): State
  /** What it does about an input; nothing at all, and there is no trace of it. */
  react(input: ProcessInput<LogEvent>, state: State): readonly Reaction<OwnEvent>[]
  /** The events after which nothing comes: such an instance may go to cold storage. */
  readonly endings: readonly OwnEvent['type'][]
  /** The events that stand out in a history; its endings when left out. */
  readonly milestones?: readonly OwnEvent['type'][] | undefined
}

/** The same with what it takes to write, read and keep its instances. */
export interface Process<
  State = unknown,
  OwnEvent extends DomainEvent = DomainEvent,
  LogEvent extends DomainEvent = DomainEvent,
> extends ProcessRules<State, OwnEvent, LogEvent> {
  readonly eventTypes: EventTypes<OwnEvent>
  /** Raised with every change of the state's shape or of what `evolve` makes of an event. */
  readonly stateVersion: number
}
