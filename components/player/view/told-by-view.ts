import type { DomainEvent } from '@/lib/kit/events/recorded-event'
import { formatCount } from '../../ui/format'
import type { EventKind } from './event-kind'
import { plainKind } from './plain-kind'
import type { StreamReference, StreamView, Weight } from './stream-view'
import { typeWords } from './type-words'

/** A newer server may send types of events that a view doesn't know: they are told by their type's name. */
const knownKind = ({ kinds }: StreamView, type: string): EventKind | undefined =>
  Object.hasOwn(kinds, type) ? kinds[type] : undefined

export const kindOf = (view: StreamView, type: string): EventKind => knownKind(view, type) ?? plainKind(type)

/** What happened. */
export const sentenceOf = (view: StreamView, event: DomainEvent, names: unknown): string =>
  knownKind(view, event.type) ? view.sentence(event, names) : typeWords(event.type)

/** What happened again and again. */
export const runSentenceOf = (
  view: StreamView,
  count: number,
  first: DomainEvent,
  last: DomainEvent,
  names: unknown,
): string =>
  knownKind(view, last.type)
    ? view.runSentence(count, first, last, names)
    : `${typeWords(last.type)} ${formatCount(count)} times`

/** The streams that an event speaks of, besides its own. */
export const referencesOf = (
  view: StreamView,
  event: DomainEvent,
  names: unknown,
): readonly StreamReference[] => (knownKind(view, event.type) && view.refersTo?.(event, names)) || []

const plainWeight: Weight = { rise: 0.5, fall: 0.5 }

/** What an event weighs on the strip. */
export const weightOf = (view: StreamView, type: string, event: DomainEvent | undefined): Weight =>
  knownKind(view, type) ? view.weightOf(type, event) : plainWeight
