import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { ScanQuestion } from '@/lib/kit/client/scan/question'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import type { DomainEvent, RecordedEvent } from '@/lib/kit/events/recorded-event'
import type { StreamName } from '@/lib/kit/events/stream-name'
import type { Typed, Versioned } from '@/lib/kit/streams/stream-type'
import type { EventKind } from './event-kind'
import type { SearchView } from './search-view'
import type { StateView } from './state-view'
import type { WhatIfView } from './what-if-view'

/** How far an event rises above the middle of the strip and falls below it, or that it bounds the whole height. */
export type Weight = { readonly rise: number; readonly fall: number } | 'bound'

export interface PanelProps<
  State extends Versioned = Versioned,
  Session extends StreamSession<State> = StreamSession<State>,
> {
  readonly session: Session
  readonly playhead: Playhead<State>
}

/** A part of a history: some events in a row, and what led to them. */
export interface HistorySlice<State extends Versioned = Versioned, Event extends DomainEvent = DomainEvent> {
  readonly streamId: string
  /** All events before them, or the state they came to. */
  readonly given: readonly Event[] | State
  readonly events: readonly Event[]
}

/** Another stream, and the version of it that is meant, where one is. */
export interface StreamReference {
  readonly stream: StreamName
  readonly version?: number | undefined
}

/**
 * How a type of streams is shown: all the words, signs and forms that the player needs and doesn't know. `Names` is what
 * sentences need besides the event, told from the state before a window and the window's events. Declared with methods, so
 * that the player can hold views of all kinds. What begins with `load` is fetched when it is first needed; what is left
 * out isn't offered.
 */
export interface StreamView<
  State extends Versioned = Versioned,
  Event extends DomainEvent = DomainEvent,
  Rejection extends Typed = Typed,
  Names = unknown,
> {
  readonly streamType: string
  /** What one of its streams is called within a sentence. */
  readonly noun: string
  /** What the one is called whose stream it is, and the sign for them. */
  readonly owner: { readonly name: string; readonly icon: LucideIcon }
  /** What a timeline says that has no events yet. */
  readonly beforeFirst: string
  /** Where the API that people know has a stream of this type; its events and exports are below. */
  apiPath(streamId: string): string
  /** Where any stream can be looked at on its own; undefined where there is no such page. */
  pageOf(stream: StreamName): string | undefined
  /** Where a story can be looked at, all of its streams together; undefined where there is no such page. */
  storyPageOf(correlationId: string): string | undefined

  readonly kinds: { readonly [Type in Event['type']]: EventKind }
  namesOf(before: State, events: readonly Event[]): Names
  /** What happened, as one would tell it. */
  sentence(event: Event, names: Names): string
  /** What happened again and again, told by the first and the last of so many events of one kind. */
  runSentence(count: number, first: Event, last: Event, names: Names): string
  /** What an event weighs on the strip; told by its type alone where the event isn't at hand. */
  weightOf(type: Event['type'], event: Event | undefined): Weight
  /** The version before all that an event tells of: of some, that isn't the one before. */
  versionBefore(event: RecordedEvent<Event>): number
  /** The streams that an event speaks of, besides its own. */
  refersTo?(event: Event, names: Names): readonly StreamReference[]
  /** At which versions the part of the state changed that some events are about. */
  changesOf?(subject: string): ScanQuestion

  /** What a process asks for, by the names that it asks under; of processes alone. */
  readonly asks?: Readonly<Record<string, string>>

  /** The one figure a state comes to, written out. */
  figureOf?(state: State): string

  /** Shows the state at the playhead; left out, it is a tree of its values. */
  Panel?(props: PanelProps<State, StreamSession<State, Event>>): ReactNode
  loadStateView(): Promise<StateView<State>>
  loadSearchView(): Promise<SearchView<State>>
  loadWhatIfView?(): Promise<WhatIfView<State, Event, Rejection, Names>>
  readonly testWriter?: TestWriter<State, Event>
}

/** How a part of a history becomes a test of this code base. */
export interface TestWriter<State extends Versioned = Versioned, Event extends DomainEvent = DomainEvent> {
  /** Where such tests belong. */
  readonly folder: string
  /** The text of one. */
  write(slice: HistorySlice<State, Event>): Promise<string>
}
