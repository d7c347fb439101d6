'use client'

import { useEffect, useRef, useState } from 'react'

const pauseMs = 250

/**
 * What is in a field while it is typed in. `onPause` hears of it, trimmed, when the typing pauses, and at
 * once when the field is emptied; `committed` from elsewhere replaces what was typed.
 */
export const useTyping = (committed: string, onPause: (text: string) => void) => {
  const [typed, setTyped] = useState(committed)
  const [seen, setSeen] = useState(committed)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  if (committed !== seen) {
    setSeen(committed)
    if (committed !== typed.trim()) setTyped(committed)
  }

  const type = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onPause(text.trim()), text === '' ? 0 : pauseMs)
  }
  return [typed, type] as const
}
