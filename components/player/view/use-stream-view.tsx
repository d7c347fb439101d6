'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { StreamView } from './stream-view'

const Context = createContext<StreamView | null>(null)

interface StreamViewProviderProps {
  readonly view: StreamView
  readonly children: ReactNode
}

/** Says how the stream around here is shown. */
export const StreamViewProvider = ({ view, children }: StreamViewProviderProps) => (
  <Context value={view}>{children}</Context>
)

/** How the stream around here is shown. */
export const useStreamView = (): StreamView => {
  const view = useContext(Context)
  if (!view) throw new Error('A player stands in a StreamViewProvider')
  return view
}
