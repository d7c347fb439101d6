'use client'

import { useHydrated } from '../page/use-hydrated'

/** Is Cmd this machine's key for commands? */
export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.platform)

/** Not on the server, nor while hydrating. */
export const useIsApple = (): boolean => useHydrated() && isApple()
