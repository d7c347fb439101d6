'use client'

import { startTransition, useEffect, useRef, useState } from 'react'

/** A value that changes no more often than every so many milliseconds, in a transition, and always comes to the last one. */
export const useAtMostEvery = <Value>(value: Value, ms: number): Value => {
  const [shown, setShown] = useState(value)
  const last = useRef(0)
  useEffect(() => {
    const wait = Math.max(0, last.current + ms - performance.now())
    const timer = setTimeout(() => {
      last.current = performance.now()
      startTransition(() => setShown(value))
    }, wait)
    return () => clearTimeout(timer)
  }, [value, ms])
  return shown
}
