'use client'

import { memo, Suspense } from 'react'
import type { ProcessRequest } from '@/lib/kit/processes/process-events'
import type { ProcessState } from '@/lib/kit/processes/process-state'
import { BeingFetched } from '../../ui/being-fetched'
import { formatCount } from '../../ui/format'
import { ValueTree } from '../inspector/value-tree'
import type { PanelProps } from '../view/stream-view'
import { PanelFrame } from '../viewer/panel-frame'
import type { ProcessWords } from './process-words'
import { WaitingFor } from './waiting-for'

/** Shows an instance of a process at the moment the playhead is at: what it waits for, and what it knows. */
export const processPanel = (Own: NonNullable<ProcessWords['Own']> = OwnValues) =>
  memo(({ session, playhead }: PanelProps<ProcessState<unknown>>) => {
    const { own, waitsFor, takenUpTo } = playhead.shown
    return (
      <PanelFrame session={session} playhead={playhead} label="State" className="px-4 py-4 sm:px-6">
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
      </PanelFrame>
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
