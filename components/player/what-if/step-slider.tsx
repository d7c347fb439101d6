import { stateAfter } from '@/lib/kit/history/what-if'
import { Button } from '../../ui/button'
import { formatCount } from '../../ui/format'
import { useStreamView } from '../view/use-stream-view'
import type { StreamBranch } from './stream-branch'

interface StepSliderProps {
  readonly branch: StreamBranch
  /** After so many steps one looks at it. */
  readonly taken: number
  readonly onTake: (taken: number) => void
}

/** Moves through the branch, and tells how it ends. */
export const StepSlider = ({ branch, taken, onTake }: StepSliderProps) => {
  const { figureOf } = useStreamView()
  const count = branch.steps.length
  const end = stateAfter(branch, count)
  const version = stateAfter(branch, taken).version
  return (
    <div className="flex flex-wrap items-center gap-x-4 border-line border-t border-dashed px-4 py-2 sm:px-6">
      <input
        type="range"
        aria-label="Step of the branch"
        aria-valuetext={`After step ${taken} of ${count}, version ${version} of the branch`}
        min={0}
        max={count}
        step={1}
        value={taken}
        onChange={({ target }) => onTake(target.valueAsNumber)}
        className="h-8 min-w-40 flex-1 accent-accent pointer-coarse:h-11"
      />
      <span className="font-mono text-xs text-muted tabular-nums">
        {`${formatCount(taken)} / ${formatCount(count)}`}
      </span>
      <Button variant="ghost" size="xs" className="-mr-2" onClick={() => onTake(count)}>
        In the end <span className="font-mono tabular-nums">{figureOf?.(end)}</span>
      </Button>
    </div>
  )
}
