'use client'

import { useRef } from 'react'
import { truthBeside } from '@/lib/kit/history/what-if'
import { moveStep, resetStep, skipStep } from '@/lib/kit/history/what-if-steps'
import { BranchList } from './branch-list'
import { BranchRow } from './branch-row'
import { StepActions } from './step-actions'
import { stepKeys } from './step-keys'
import type { StreamBranch } from './stream-branch'
import type { BranchDesk } from './use-branch'

interface BranchStepsProps {
  readonly branch: StreamBranch
  readonly names: unknown
  readonly selected: number
  readonly edit: BranchDesk['edit']
  readonly onSelect: (index: number) => void
  readonly onEdit: () => void
  readonly onInsert: () => void
}

/** The steps of a branch, to be walked, skipped, moved, altered. */
export const BranchSteps = ({ branch, names, selected, edit, onSelect, ...on }: BranchStepsProps) => {
  const { steps, outcomes } = branch
  const list = useRef<HTMLDivElement>(null)

  const select = (index: number, id = steps[index]?.id) => {
    if (index < 0 || index >= steps.length) return
    onSelect(index)
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`[data-step="${id}"]`)?.focus())
  }
  const move = (from: number, to: number) => {
    edit((now) => moveStep(now, from, to))
    select(to, steps[from]?.id)
  }

  const row = (index: number) => {
    const [step, outcome] = [steps[index], outcomes[index]]
    if (!step || !outcome) return null
    const skip = (skipped: boolean) => edit((now) => skipStep(now, index, skipped))
    return (
      <BranchRow
        step={step}
        outcome={outcome}
        beside={truthBeside(branch, index + 1)}
        place={index + 1}
        names={names}
        isSelected={index === selected}
        onSelect={() => onSelect(index)}
        onSkip={skip}
        onKeyDown={stepKeys({
          onStep: (by) => select(index + by),
          onMove: (by) => move(index, index + by),
          onSkip: () => skip(!step.skipped),
        })}
      >
        <StepActions
          isInserted={!step.truth}
          isTruth={step.truth?.events === step.events && !step.skipped}
          onEdit={on.onEdit}
          onInsert={on.onInsert}
          onReset={() => edit((now) => resetStep(now, index))}
          onMoveUp={index > 0 ? () => move(index, index - 1) : undefined}
          onMoveDown={index < steps.length - 1 ? () => move(index, index + 1) : undefined}
        />
      </BranchRow>
    )
  }
  return <BranchList ref={list} ids={steps.map(({ id }) => id)} selected={selected} row={row} />
}
