'use client'

import { memo, Suspense } from 'react'
import { BeingFetched } from '../../ui/being-fetched'
import { sentenceCase } from '../../ui/sentence-case'
import { ValueTree } from '../inspector/value-tree'
import type { PanelProps } from '../view/stream-view'
import { useStreamView } from '../view/use-stream-view'
import { Moment } from './moment'

/** The state at the moment the playhead is at, value by value. */
export const StatePanel = memo(({ session, playhead }: PanelProps) => {
  const { noun } = useStreamView()
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
        aria-label="Values"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="scroll-quiet min-h-0 flex-1 overflow-y-auto py-3 pr-4 pl-8 -outline-offset-2 sm:pr-6 sm:pl-10"
      >
        <Suspense fallback={<BeingFetched />}>
          <ValueTree value={playhead.shown} />
        </Suspense>
      </section>
    </section>
  )
})
