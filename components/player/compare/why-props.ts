import type { Versioned } from '@/lib/kit/streams/stream-type'

export interface WhyProps<State extends Versioned, Value> {
  /** Names the value within a sentence. */
  readonly what: string
  /** A method, for a moment doesn't say of which type of streams it is. */
  select(state: State): Value
  /** `beside` is the value it came from, or became. */
  readonly words: (value: Value, beside: Value) => string
  readonly className?: string
}
