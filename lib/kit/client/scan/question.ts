import type { DomainEvent } from '../../events/recorded-event'
import { isSame } from '../../history/is-same'
import type { Versioned } from '../../streams/stream-type'
import type { Condition, StreamValue } from '../../wire/condition/condition'
import { holds } from '../../wire/condition/holds'
import { valueReader } from '../../wire/condition/value-reader'
import type { HistoryFilter } from '../../wire/event-filter/event-filter'
import { matchesEvent, type NameOf } from '../../wire/event-filter/matches-event'
import type { ScannedEvent } from '../../wire/scan'
import type { SearchableType } from '../../wire/searchable-type'
import { goesOn } from './run'

/** What all events of a stream can be asked. */
export type ScanQuestion =
  /** Which events match? */
  | { readonly type: 'matches'; readonly filter: HistoryFilter }
  /** At which versions did it turn true, or false? By turns, beginning with what it isn't before the first event. */
  | { readonly type: 'turns'; readonly condition: Condition }
  /** At which versions did the value become another? */
  | { readonly type: 'changes'; readonly value: StreamValue }
  /** Of the events that match: at which versions does a run begin, the first at the first of them? */
  | { readonly type: 'runs'; readonly filter: HistoryFilter }

/** Asks one event after the other, from the first on, whether it is an answer. */
export type Asker = (event: ScannedEvent) => boolean

/** Makes a question to a stream of a type ready to be asked of its events; `nameOf` tells what subjects are called. */
export const askerOf = (type: SearchableType, question: ScanQuestion, nameOf: NameOf): Asker => {
  switch (question.type) {
    case 'matches':
      return matchesEvent(question.filter, type.subjects, nameOf)
    case 'turns':
      return changesOf(type, holds(question.condition, type.vocabulary))
    case 'changes':
      return changesOf(type, valueReader(question.value, type.vocabulary))
    case 'runs':
      return beginningsOf(type, matchesEvent(question.filter, type.subjects, nameOf))
  }
}

const beginningsOf = ({ subjects }: SearchableType, matches: Asker): Asker => {
  let before: ScannedEvent | undefined
  return (event) => {
    if (!matches(event)) return false
    const begins = before === undefined || !goesOn(before, event, subjects)
    before = event
    return begins
  }
}

const changesOf = (type: SearchableType, select: (state: Versioned) => unknown): Asker => {
  let state = type.initial('')
  let before = select(state)
  return (event: DomainEvent) => {
    state = type.evolve(state, event)
    const after = select(state)
    const isOther = !isSame(before, after)
    before = after
    return isOther
  }
}
