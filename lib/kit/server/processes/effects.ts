import type { Cause } from '../../events/cause'
import type { StreamName } from '../../events/stream-name'
import type { Retries } from '../work/retries'

/** What a process asked for outside of the log. */
export interface Effect {
  /** The same however often it is tried: what is done under one id must be done once. */
  readonly id: string
  readonly payload: unknown
  /** The instance that asked. */
  readonly process: StreamName
  readonly cause: Cause
}

/** How effects of a kind are done. */
export interface EffectKind {
  /** At least once. What it answers is an input of the process, and stays in the log; what it throws is tried again, then parked. */
  readonly run: (effect: Effect, signal: AbortSignal) => Promise<object>
  /** Did it fail since the other side is down as such? Then nothing is parked. */
  readonly isDown?: (error: unknown) => boolean
  readonly retries?: Retries
  /** How many are under way at a time; 16 when left out. */
  readonly atOnce?: number
}

export type EffectKinds = Readonly<Record<string, EffectKind>>
