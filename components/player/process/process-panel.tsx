'use client'

import { memo, Suspense } from 'react'
import type { ProcessRequest } from '@/lib/kit/processes/process-events'
import type { ProcessState } from '@/lib/kit/processes/process-state'
import { BeingFetched } from '../../ui/being-fetched'
import { formatCount } from '../../ui/format'
import { sentenceCase } from '../../ui/sentence-case'
import { ValueTree } from '../inspector/value-tree'
import type { PanelProps } from '../view/stream-view'
import { useStreamView } from '../view/use-stream-view'
import { Moment } from '../viewer/moment'
import type { ProcessWords } from './process-words'
import { WaitingFor } from './waiting-for'

/** Shows an instance of a process at the moment the playhead is at: what it waits for, and what it knows. */
export const processPanel = (Own: NonNullable<ProcessWords['Own']> = OwnValues) =>
  memo(({ session, playhead }: PanelProps<ProcessState<unknown>>) => {
    const { noun } = useStreamView()
    const { own, waitsFor, takenUpTo } = playhead.shown
    const title = sentenceCase(noun)
    return (
      <section
        aria-label={title}
        aria-busy={playhead.isLoading || undefined}
        className="flex h-full min-h-0 flex-col contain-strict [&[aria-busy]>:not(header)]:opacity-40"
      >
        <header>
          <h2 className="px-4 pt-4 pb-3 title sm:px-6 sm:pt-5">{title}</h2>
          <div className="flex min-h-9 items-center border-line border-y px-4 text-sm sm:px-6">
            <Moment session={session} playhead={playhead} />
          </div>
        </header>
        <section
          aria-label="State"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          tabIndex={0}
          className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-4 py-4 -outline-offset-2 sm:px-6"
        >
          <h3 className="pb-1.5 text-muted text-sm">Waits for</h3>
          <Waiting waitsFor={waitsFor} />
          <h3 className="pt-6 pb-1.5 text-muted text-sm">Knows</h3>
          <Own own={own} />
          {takenUpTo > 0 && (
            <p className="pt-6 text-muted text-sm">
              Has reacted to the log up to position{' '}
              <span className="font-mono tabular-nums">{formatCount(takenUpTo)}</span>
            </p>
          )}
        </section>
      </section>
    )
  })

const Waiting = ({ waitsFor }: { readonly waitsFor: readonly ProcessRequest[] }) =>
  waitsFor.length === 0 ? (
    <p className="font-display text-xl italic">nothing</p>
  ) : (
    <ul className="divide-y divide-line border-line border-y">
      {waitsFor.map((request) => (
        <li key={request.data.id}>
          <WaitingFor request={request} />
        </li>
      ))}
    </ul>
  )

const OwnValues = ({ own }: { readonly own: unknown }) => (
  <Suspense fallback={<BeingFetched />}>
    <div className="pl-4">
      <ValueTree value={Object(own)} />
    </div>
  </Suspense>
)
