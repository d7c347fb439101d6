import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { DomainEvent } from '@/lib/kit/events/recorded-event'
import type { Typed, Versioned } from '@/lib/kit/streams/stream-type'

/** How a kind of event is told apart: by its sign and shape first, by its colour too. */
export interface EventKind {
  readonly icon: LucideIcon
  /** Its outline, as classes: round for what befalls a part of the state, square for what befalls all of it. */
  readonly shape: string
  /** The class that sets the current colour to the kind's. */
  readonly color: string
  /** The custom property with its colour, for what is drawn on a canvas. */
  readonly token: string
}

/** How far an event rises above the middle of the strip, falls below it, or that it bounds the whole height. */
export type Weight = { readonly rise: number; readonly fall: number } | 'bound'

/** Two states of a stream: the one it is compared with, and the one looked at. */
export interface Compared<State = Versioned> {
  readonly before: State
  readonly after: State
}

/** A condition to begin with. */
export interface ReadyCondition {
  readonly name: string
  readonly text: string
}

/**
 * How a type of streams is shown: all the words, signs and forms that the player needs and doesn't know. `Names` is what
 * sentences need besides the event, told from the state before a window and the window's events. Declared with methods, so
 * that the player can hold views of all kinds.
 */
export interface StreamView<
  State extends Versioned = Versioned,
  Event extends DomainEvent = DomainEvent,
  Rejection extends Typed = Typed,
  Names = unknown,
> {
  readonly streamType: string
  /** What one of its streams is called within a sentence: `cart`. */
  readonly noun: string
  readonly kinds: { readonly [Type in Event['type']]: EventKind }
  namesOf(before: State, events: readonly Event[]): Names
  /** What happened, as one would tell it. */
  sentence(event: Event, names: Names): string
  /** What happened again and again, told by the first and the last of so many events of one kind. */
  runSentence(count: number, first: Event, last: Event, names: Names): string
  /** What an event weighs on the strip; told by its type alone where the event isn't at hand. */
  weightOf(type: Event['type'], event: Event | undefined): Weight
  /** The difference of two states, in the words of whoever knows the stream. */
  readonly Difference: ComponentType<Compared<State>>
  /** Conditions that make sense for a stream like this one. */
  readyConditions(state: State): readonly ReadyCondition[]
  /** Why the rules refuse. */
  rejectionSentence(rejection: Rejection, names: Names): string
}
