import type { ReactNode } from 'react'
import type { Versioned } from '@/lib/kit/streams/stream-type'

/** Two states of a stream: the one it is compared with, and the one looked at. */
export interface Compared<State = Versioned> {
  readonly before: State
  readonly after: State
}

/** How states of a stream are read, and held against each other. */
export interface StateView<State extends Versioned = Versioned> {
  /** What differs, in the words of whoever knows the stream. */
  Difference(compared: Compared<State>): ReactNode
  /** What tells a thing of a list from the others, wherever it stands. */
  keyOf(thing: unknown): string | undefined
  /** An object in a word or two, where it is known what it is. */
  hintOf?(value: object): string | undefined
}
