'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { wake } from './early'

/** For the outermost element of a part that comes late, which says `data-asleep` until it is awake. */
export const useWake = <Part extends HTMLElement>(): RefObject<Part | null> => {
  const part = useRef<Part>(null)
  useEffect(() => {
    if (part.current) void wake(part.current)
  }, [])
  return part
}
