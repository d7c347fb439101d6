'use client'

import { Ban } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import { cn } from '../../ui/cn'
import { KindMark } from '../timeline/kind-mark'
import { sentenceOf } from '../view/told-by-view'
import { useStreamView } from '../view/use-stream-view'
import { useWhatIfView } from '../view/view-parts'
import { judgementWords } from './judgement-words'
import type { StreamBranchStep, StreamOutcome } from './stream-branch'

interface BranchRowProps {
  readonly step: StreamBranchStep
  readonly outcome: StreamOutcome
  /** Truth at the same place. */
  readonly beside: Versioned
  readonly place: number
  readonly names: unknown
  readonly isSelected: boolean
  readonly onSelect: () => void
  readonly onSkip: (skipped: boolean) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
  /** What can be done with it, while it is selected. */
  readonly children: ReactNode
}

/** One step of a branch: whether it happens, what it is, what the rules make of it, and what the state then comes to. */
export const BranchRow = (props: BranchRowProps) => {
  const { step, outcome, beside, place, names, isSelected } = props
  const view = useStreamView()
  const { refusalWords, StepFigure } = useWhatIfView()
  const event = step.events.at(-1)
  if (!event) return null
  const { judgement, state } = outcome
  const words = judgementWords(judgement, {
    sentence: (each) => sentenceOf(view, each, names),
    refusal: (rejection) => refusalWords(rejection, event, names),
  })
  const happens =
    judgement.type === 'accepted' || judgement.type === 'adjusted' || judgement.type === 'waived'
  const isRefused = judgement.type === 'refused'
  const told = sentenceOf(view, event, names)
  return (
    <div
      className={cn(
        'grid grid-cols-[2.75rem_auto_1fr] border-l-[3px]',
        isSelected ? 'border-accent bg-sunken/60' : 'border-transparent',
      )}
    >
      <label className="grid min-h-12 cursor-pointer place-items-center">
        <input
          type="checkbox"
          className="size-4 accent-accent pointer-coarse:size-5"
          checked={!step.skipped}
          onChange={({ target }) => props.onSkip(!target.checked)}
          aria-label={`Step ${place} happens: ${told}`}
        />
      </label>
      <KindMark type={event.type} stage={happens ? 'happened' : 'ahead'} />
      <div className="min-w-0 pr-3 pl-3">
        <button
          type="button"
          data-step={step.id}
          aria-pressed={isSelected}
          onClick={props.onSelect}
          onKeyDown={props.onKeyDown}
          className="grid min-h-12 w-full grid-cols-[1fr_auto] items-center gap-x-3 py-1.5 text-left -outline-offset-2"
        >
          <span className="min-w-0">
            <span
              className={cn(
                'wrap-anywhere block text-pretty text-md leading-snug',
                !happens && 'text-muted line-through decoration-1',
              )}
            >
              {told}
            </span>
            <span className="block font-mono text-xs text-muted tabular-nums leading-relaxed">
              {originOf(step)}
            </span>
            {words && (
              <span
                className={cn(
                  'wrap-anywhere flex items-start gap-1.5 text-xs leading-snug',
                  isRefused ? 'text-danger' : 'text-muted',
                )}
              >
                {isRefused && <Ban aria-hidden className="mt-[3px] size-3 shrink-0" strokeWidth={2.5} />}
                <span>
                  {isRefused && <strong className="font-medium">Refused. </strong>}
                  {words}
                </span>
              </span>
            )}
          </span>
          <StepFigure branch={state} truth={beside} />
        </button>
        {isSelected && props.children}
      </div>
    </div>
  )
}

const originOf = ({ truth, events }: StreamBranchStep): string => {
  if (!truth) return 'Put in'
  const { version } = truth
  const versions =
    truth.events.length > 1 ? `v${version - truth.events.length + 1}–${version}` : `v${version}`
  return truth.events === events ? versions : `${versions}, edited`
}
