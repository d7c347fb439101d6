import type { Versioned } from '@/lib/kit/streams/stream-type'
import type { Expected } from '@/lib/kit/wire/condition/condition-problem'

/** A condition to begin with. */
export interface ReadyCondition {
  readonly name: string
  readonly text: string
}

/** What conditions can be asked of a type of streams. */
export interface SearchView<State extends Versioned = Versioned> {
  readonly placeholder: string
  /** A value that may change. */
  readonly valuePlaceholder: string
  /** Conditions that make sense for a stream like this one. */
  readyConditions(state: State): readonly ReadyCondition[]
  /** What could have stood where a condition makes no sense. */
  readonly expected: Readonly<Partial<Record<Extract<Expected, string>, string>>>
}
