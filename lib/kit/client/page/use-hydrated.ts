'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False on the server and while hydrating, true after: for what only the browser can know. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
