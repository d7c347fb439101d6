'use client'

import { type RefObject, useEffect, useState } from 'react'

/** How wide an element is, in pixels; a guess until it is known. */
export const useWidth = (element: RefObject<HTMLElement | null>, guess: number): number => {
  const [width, setWidth] = useState(guess)
  useEffect(() => {
    if (!element.current) return
    const observer = new ResizeObserver(([entry]) => entry && setWidth(entry.contentRect.width))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return width
}
