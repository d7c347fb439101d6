import { Suspense } from 'react'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import { BeingFetched } from '../../ui/being-fetched'
import { cn } from '../../ui/cn'
import { WordsView } from '../compare/words-view'
import { useStreamView } from '../view/use-stream-view'
import { useWhatIfView } from '../view/view-parts'
import { madeUp } from './made-up'

interface BesideTruthProps {
  readonly truth: Versioned
  readonly branch: Versioned
  /** What the branch is held against: "Truth", or the file it was read from. */
  readonly name: string
}

/** The branch at one step, beside what truly was: what differs in words, and what both come to. */
export const BesideTruth = ({ truth, branch, name }: BesideTruthProps) => {
  const { isAlike } = useWhatIfView()
  return (
    <section aria-label="Branch beside truth" className="flex min-h-0 flex-1 flex-col">
      <div className="grid grid-cols-2 border-line border-b">
        <Side name={name} state={truth} />
        <Side name="Branch" state={branch} isMadeUp />
      </div>
      {isAlike({ truth, branch }) ? (
        <p className="grid flex-1 place-content-center px-6 py-6 text-center font-display text-2xl leading-tight">
          Just as it was
        </p>
      ) : (
        <Suspense fallback={<BeingFetched />}>
          <WordsView before={truth} after={branch} />
        </Suspense>
      )}
    </section>
  )
}

interface SideProps {
  readonly name: string
  readonly state: Versioned
  readonly isMadeUp?: boolean
}

const Side = ({ name, state, isMadeUp }: SideProps) => (
  <p className={cn('px-4 py-2.5 sm:px-6', isMadeUp && madeUp)}>
    <span className="flex items-baseline gap-x-2 text-xs text-muted">
      <span className="truncate">{name}</span>
      <span className="font-mono text-xs tabular-nums">{`v${state.version}`}</span>
    </span>
    <span className="block font-display text-2xl leading-tight tabular-nums">
      {useStreamView().figureOf?.(state)}
    </span>
  </p>
)
