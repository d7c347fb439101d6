'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { CartSession } from '@/lib/client/use-cart-session'
import type { Playhead } from '@/lib/client/use-playhead'
import { type Presence, usePresence } from '@/lib/client/use-presence'

const alone: Presence = {
  others: [],
  count: 0,
  following: null,
  follow: () => undefined,
  stop: () => undefined,
}

const Context = createContext<Presence>(alone)

/** Who else looks at the cart around here; nobody outside a `Together`. */
export const useTogether = (): Presence => useContext(Context)

interface TogetherProps {
  readonly session: CartSession
  readonly playhead: Playhead
  readonly children: ReactNode
}

/** Makes a cart's desk one of those on which the same cart is looked at. */
export const Together = ({ session, playhead, children }: TogetherProps) => (
  <Context value={usePresence(session, playhead)}>{children}</Context>
)
