'use client'

import { useState } from 'react'
import { withSteps } from '@/lib/kit/history/what-if'
import type { StreamBranch } from './stream-branch'

type Steps = StreamBranch['steps']

interface Desk {
  readonly branch: StreamBranch
  readonly undone: readonly Steps[]
  readonly done: readonly Steps[]
}

/** Edits that can be taken back. */
const kept = 100

/** A branch while it is being edited, and the way back. */
export const useBranch = (begun: StreamBranch) => {
  const [{ branch, done, undone }, setDesk] = useState<Desk>({ branch: begun, done: [], undone: [] })

  const edit = (change: (steps: Steps) => Steps) =>
    setDesk((desk) => {
      const steps = change(desk.branch.steps)
      if (steps === desk.branch.steps) return desk
      return {
        branch: withSteps(desk.branch, steps),
        done: [...desk.done, desk.branch.steps].slice(-kept),
        undone: [],
      }
    })

  const undo = () =>
    setDesk((desk) => {
      const steps = desk.done.at(-1)
      if (!steps) return desk
      return {
        branch: withSteps(desk.branch, steps),
        done: desk.done.slice(0, -1),
        undone: [...desk.undone, desk.branch.steps],
      }
    })

  const redo = () =>
    setDesk((desk) => {
      const steps = desk.undone.at(-1)
      if (!steps) return desk
      return {
        branch: withSteps(desk.branch, steps),
        done: [...desk.done, desk.branch.steps],
        undone: desk.undone.slice(0, -1),
      }
    })

  const isTruth =
    branch.steps.length === begun.steps.length &&
    branch.steps.every((step, index) => {
      const { truth, skipped, events } = step
      return truth !== undefined && truth === begun.truth[index] && !skipped && truth.events === events
    })

  return {
    branch,
    isTruth,
    edit,
    undo: done.length > 0 ? undo : undefined,
    redo: undone.length > 0 ? redo : undefined,
    reset: isTruth ? undefined : () => edit(() => begun.steps),
  }
}

export type BranchDesk = ReturnType<typeof useBranch>
