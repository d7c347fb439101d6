import { bareEvent, type DomainEvent } from '@/lib/kit/events/recorded-event'
import { type Branch, beginBranch } from '@/lib/kit/history/what-if'
import type { Rules } from '@/lib/kit/history/what-if-rules'
import type { Typed, Versioned } from '@/lib/kit/streams/stream-type'

/** A branch of any type of streams. */
export type StreamBranch = Branch<Versioned, DomainEvent, Typed>
export type StreamBranchStep = StreamBranch['steps'][number]
export type StreamOutcome = StreamBranch['outcomes'][number]

/** The branch that is truth still; where its events were recorded doesn't matter to it. */
export const beginStreamBranch = (
  rules: Rules<Versioned, DomainEvent, Typed>,
  base: Versioned,
  events: readonly DomainEvent[],
): StreamBranch => beginBranch(rules, base, events.map(bareEvent))
