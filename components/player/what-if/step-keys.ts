import type { KeyboardEvent } from 'react'

interface StepKeys {
  readonly onStep: (by: 1 | -1) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onSkip: () => void
}

/** Arrows go from step to step, with Alt they take the step along; Delete skips it, or takes it in again. */
export const stepKeys =
  ({ onStep, onMove, onSkip }: StepKeys) =>
  (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined
    if (by === undefined && event.key !== 'Delete' && event.key !== 'Backspace') return
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (by === undefined) onSkip()
    else if (event.altKey) onMove(by)
    else onStep(by)
  }
