import { createContext } from 'react'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'

/** A moment of a stream's history, and the way to others. */
export interface MomentShown extends Pick<StreamSession, 'type' | 'loadWindow'> {
  /** The version the values shown are of. */
  readonly version: number
  readonly jump: (version: number) => void
}

/** The moment of which a desk's panel shows the values; null outside of one. */
export const ShownMoment = createContext<MomentShown | null>(null)
