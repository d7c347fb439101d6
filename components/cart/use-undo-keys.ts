'use client'

import { useEffect } from 'react'
import type { Undo } from './use-undo'

/** Ctrl or Cmd with Z undoes, with Shift redoes; a field that is typed in, and a dialog, have it for themselves. */
export const useUndoKeys = ({ undo, redo }: Undo): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isZ = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.altKey
      if (!isZ || event.defaultPrevented || isTakenBy(event.target)) return
      event.preventDefault()
      if (event.shiftKey) redo?.()
      else undo?.()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [undo, redo])
}

const takers =
  'input:not([type=range]), textarea, select, [contenteditable], [role=dialog], [role=alertdialog]'

const isTakenBy = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(takers) !== null
