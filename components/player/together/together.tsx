'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import { usePresence, type ViewerPresence } from '@/lib/kit/client/presence/use-presence'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'

const alone: ViewerPresence = {
  others: [],
  count: 0,
  following: null,
  follow: () => undefined,
  stop: () => undefined,
}

const Context = createContext<ViewerPresence>(alone)

/** Who else looks at the stream around here; nobody outside a `Together`. */
export const useTogether = (): ViewerPresence => useContext(Context)

interface TogetherProps {
  readonly session: StreamSession
  readonly playhead: Playhead
  readonly children: ReactNode
}

/** Makes a desk one of those at which the same stream is looked at. */
export const Together = ({ session, playhead, children }: TogetherProps) => (
  <Context value={usePresence(session, playhead)}>{children}</Context>
)
