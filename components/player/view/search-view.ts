import type { Versioned } from '@/lib/kit/streams/stream-type'

/** What one may write into the filter, and what it means. */
export type FilterExample = readonly [written: string, meaning: string]

/** A condition to begin with. */
export interface ReadyCondition {
  readonly name: string
  readonly text: string
}

/** How a history of a type of streams is searched. */
export interface SearchView<State extends Versioned = Versioned> {
  readonly filterPlaceholder: string
  readonly filterExamples: readonly FilterExample[]
  readonly conditionPlaceholder: string
  /** Of a value that may change. */
  readonly valuePlaceholder: string
  /** Conditions that make sense for a stream like this one. */
  readyConditions(state: State): readonly ReadyCondition[]
}

/** What filters can ask of the events of any stream. */
export const anyFilter = {
  who: ['actor:staff', 'who: a kind, or how an id begins'],
  within: ['after:2011-01 before:2011-02', 'when, in UTC'],
  at: ['at:2011-01-05T10', 'within that hour'],
} as const satisfies Record<string, FilterExample>
