'use client'

import { Tabs } from '@base-ui/react/tabs'
import { memo, Suspense, useDeferredValue } from 'react'
import { type Compare, type CompareView, compareViews } from '@/lib/kit/client/playhead/use-compare'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { useStateAt } from '@/lib/kit/client/stream-log/use-window'
import { BeingFetched } from '../../ui/being-fetched'
import { CloseButton } from '../../ui/close-button'
import { ComparedVersions } from './compared-versions'
import { RawView } from './raw-view'
import { StructureView } from './structure-view'
import { WordsView } from './words-view'

interface ComparePanelProps {
  readonly id: string
  readonly session: StreamSession
  readonly playhead: Playhead
  readonly compare: Compare
  readonly mark: number
  readonly onClose: () => void
}

const names: Record<CompareView, string> = { words: 'In words', structure: 'Structure', raw: 'Raw' }
const views = { words: memo(WordsView), structure: memo(StructureView), raw: memo(RawView) }

/** Two versions of a stream, and what leads from the marked one to the one looked at, told in three ways. */
export const ComparePanel = ({ id, session, playhead, compare, mark, onClose }: ComparePanelProps) => {
  // A drag over a long history must not wait for the lists.
  const from = useDeferredValue(mark)
  const to = useDeferredValue(playhead.version)
  const before = useStateAt(session, from)
  const after = useStateAt(session, to)
  const View = views[compare.view]
  return (
    <section
      id={id}
      aria-label="Comparison"
      className="@container flex h-full min-h-0 animate-arrive flex-col"
    >
      <header className="flex items-center justify-between gap-3 px-4 pt-4 pb-1 sm:px-6 sm:pt-5">
        <h2 className="title">Compare</h2>
        <CloseButton aria-label="Close comparison" onClick={onClose} className="-my-1 -mr-2.5" />
      </header>
      <ComparedVersions
        session={session}
        from={mark}
        to={playhead.version}
        isLive={playhead.isLive}
        onSwap={compare.swap}
      />
      <Tabs.Root
        value={compare.view}
        onValueChange={(view: CompareView) => compare.show(view)}
        className="flex min-h-0 flex-1 flex-col"
      >
        <Tabs.List
          aria-label="How differences are told"
          className="flex gap-5 border-line border-b px-4 sm:px-6"
        >
          {compareViews.map((view) => (
            <Tabs.Tab
              key={view}
              value={view}
              className="-mb-px min-h-10 border-transparent border-b-2 text-muted text-md -outline-offset-2 hover:text-ink data-active:border-ink data-active:font-medium data-active:text-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11"
            >
              {names[view]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={compare.view} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
          <Suspense fallback={<BeingFetched />}>
            {before && after ? <View before={before} after={after} /> : <BeingFetched />}
          </Suspense>
        </Tabs.Panel>
      </Tabs.Root>
    </section>
  )
}
