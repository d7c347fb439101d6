'use client'

import { useMemo, useSyncExternalStore } from 'react'

/** Does the screen answer to a media query? Not on the server, nor while hydrating. */
export const useMediaQuery = (query: string): boolean => {
  const { subscribe, matches } = useMemo(() => watched(query), [query])
  return useSyncExternalStore(subscribe, matches, () => false)
}

const watched = (query: string) => {
  let asked: MediaQueryList | undefined
  const media = () => {
    asked ??= matchMedia(query)
    return asked
  }
  return {
    subscribe: (onChange: () => void) => {
      media().addEventListener('change', onChange)
      return () => media().removeEventListener('change', onChange)
    },
    matches: () => media().matches,
  }
}
