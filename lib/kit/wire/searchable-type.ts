import type { DomainEvent } from '../events/recorded-event'
import type { StreamType, Versioned } from '../streams/stream-type'
import { type ConditionVocabulary, pathVocabulary } from './condition/vocabulary'

/** What events of one type of streams are about, where they are about parts of it: notes of a notebook. */
export interface EventSubjects<Event extends DomainEvent = DomainEvent> {
  /** The field of a filter that asks for it: `note`. */
  readonly field: string
  /** The id of what an event is about; undefined where it is about the whole stream. */
  subjectOf(event: Event): string | undefined
  /** What an event calls it; undefined where it tells the id alone. */
  nameIn(event: Event): string | undefined
}

/** A type of streams with what it takes to search a history of it. */
export interface SearchableType<State extends Versioned = Versioned, Event extends DomainEvent = DomainEvent>
  extends StreamType<State, never, Event> {
  /** The types of its events, always in the same order. */
  readonly eventNames: readonly Event['type'][]
  readonly vocabulary: ConditionVocabulary<State>
  readonly subjects?: EventSubjects<Event> | undefined
}

type HowToSearch<State extends Versioned, Event extends DomainEvent> = Partial<
  Pick<SearchableType<State, Event>, 'vocabulary' | 'subjects'>
>

/** A type of streams made searchable: by the types of its events, all of them, and by paths into its state at least. */
export const searchable = <State extends Versioned, Event extends DomainEvent>(
  type: StreamType<State, never, Event>,
  names: Readonly<Record<Event['type'], true>>,
  { vocabulary = pathVocabulary(type.initial('')), subjects }: HowToSearch<State, Event> = {},
): SearchableType<State, Event> => ({
  ...type,
  eventNames: Object.keys(names) as Event['type'][],
  vocabulary,
  subjects,
})
