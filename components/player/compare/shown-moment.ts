import { createContext, useMemo } from 'react'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'

/** A moment of a stream's history, and the way to others. */
export interface MomentShown extends Pick<StreamSession, 'type' | 'loadWindow'> {
  /** The version the values shown are of. */
  readonly version: number
  readonly jump: (version: number) => void
}

/** The moment of which a desk's panel shows the values; null outside of one. */
export const ShownMoment = createContext<MomentShown | null>(null)

/** The moment that a panel shows; the same from render to render while it is the same. */
export const useMoment = (
  { type, loadWindow }: Pick<StreamSession, 'type' | 'loadWindow'>,
  { version, jump }: Pick<MomentShown, 'version' | 'jump'>,
): MomentShown => useMemo(() => ({ type, loadWindow, version, jump }), [type, loadWindow, version, jump])
