import type { ReactNode } from 'react'
import type { DomainEvent } from '@/lib/kit/events/recorded-event'
import type { Rules } from '@/lib/kit/history/what-if-rules'
import type { Typed, Versioned } from '@/lib/kit/streams/stream-type'
import type { EventForm, FieldValues } from './event-form'

/** A type of event that may be put into a branch. */
export interface EventChoice<Type extends string = string> {
  readonly type: Type
  /** What a person calls it. */
  readonly name: string
}

/** A branch's state beside truth at the same place. */
export interface Beside<State extends Versioned = Versioned> {
  readonly branch: State
  readonly truth: State
}

/** Whether a history happened, or was made up in a branch. */
export interface HistoryOrigin {
  /** ISO 8601. */
  readonly exportedAt: string
  readonly told: 'truth' | 'branch'
}

/** A history out of a file. */
export interface FileHistory<State extends Versioned = Versioned, Event extends DomainEvent = DomainEvent> {
  readonly streamId: string
  readonly before: State
  readonly events: readonly Event[]
}

export type FileRead<State extends Versioned = Versioned, Event extends DomainEvent = DomainEvent> =
  | { readonly type: 'read'; readonly history: FileHistory<State, Event> }
  | { readonly type: 'refused'; readonly words: string }

/** How a type of streams is shown as it could have been. */
export interface WhatIfView<
  State extends Versioned = Versioned,
  Event extends DomainEvent = DomainEvent,
  Rejection extends Typed = Typed,
  Names = unknown,
> {
  readonly rules: Rules<State, Event, Rejection>
  /** What may be put in, the usual first. */
  readonly choices: readonly EventChoice<Event['type']>[]
  formOf(type: Event['type']): EventForm
  /** An event as its form shows it. */
  valuesOf(event: Event): FieldValues
  /** A new event's form to begin with, on a state. */
  usualValues(type: Event['type'], before: State): FieldValues
  /** The event that a form, parsed, tells of a state. */
  eventOf(type: Event['type'], values: FieldValues, before: State): Event
  /** What fields that suggest something offer: what is written there, and what it is called. */
  suggestions(names: Names): readonly (readonly [value: string, name: string])[]
  /** The rule that refuses an event, said of a stream that nobody is at work on. */
  refusalWords(rejection: Rejection, event: Event, names: Names): string
  /** Whether a branch is as truth was, but for how it came there. */
  isAlike(beside: Beside<State>): boolean
  /** What a step's state comes to, beside truth. */
  StepFigure(beside: Beside<State>): ReactNode
  readFile(text: string): FileRead<State, Event>
  /** The text of a file that `readFile` reads again. */
  writeFile(origin: HistoryOrigin, before: State, events: readonly Event[]): string
}
