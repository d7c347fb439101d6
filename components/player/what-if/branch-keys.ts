import type { KeyboardEvent } from 'react'
import type { BranchDesk } from './use-branch'

/** Undo and redo are the branch's while the focus is in it, never the stream's own. */
export const branchKeys =
  ({ undo, redo }: Pick<BranchDesk, 'undo' | 'redo'>) =>
  (event: KeyboardEvent<HTMLElement>): void => {
    const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey)
    // What a dialog over it is typed into comes by here too.
    if (!isUndo || !event.currentTarget.contains(event.target as Node)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.shiftKey) redo?.()
    else undo?.()
  }
