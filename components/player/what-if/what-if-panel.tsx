'use client'

import { useState } from 'react'
import { newId } from '@/lib/kit/client/browser/new-id'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { Button } from '../../ui/button'
import { CloseButton } from '../../ui/close-button'
import { cn } from '../../ui/cn'
import { useStreamView } from '../view/use-stream-view'
import type { FileHistory } from '../view/what-if-view'
import { BranchPoint } from './branch-point'
import { FileBranch } from './file-branch'
import { longestBranch } from './load-branch'
import { madeUp } from './made-up'
import { OpenFile } from './open-file'
import { TrueBranch } from './true-branch'

interface WhatIfPanelProps {
  readonly id: string
  readonly session: StreamSession
  readonly playhead: Playhead
  readonly onClose: () => void
}

/** What the branch is of: the stream's own events, or a file's. */
type Source =
  | { readonly type: 'stream'; readonly after: number }
  | { readonly type: 'file'; readonly id: string; readonly name: string; readonly history: FileHistory }

/** The stream as it could have been: a branch that only this browser knows, beside what truly was. */
export const WhatIfPanel = ({ id, session, playhead, onClose }: WhatIfPanelProps) => {
  const { noun } = useStreamView()
  const { version, head, isLive } = playhead
  // After the head there is nothing yet to be otherwise.
  const [after, setAfter] = useState(isLive ? Math.max(0, head - longestBranch) : version)
  const [source, setSource] = useState<Source>({ type: 'stream', after })
  const [problem, setProblem] = useState<string | null>(null)
  const show = (next: Source) => {
    setProblem(null)
    setSource(next)
  }
  const branchOff = (from: number) => {
    setAfter(from)
    show({ type: 'stream', after: from })
  }
  return (
    <section id={id} aria-label="What if" className="@container flex h-full min-h-0 animate-arrive flex-col">
      <header className={cn('border-edge border-b border-dashed px-4 pt-4 pb-2 sm:px-6 sm:pt-5', madeUp)}>
        <div className="flex items-center justify-between gap-3">
          <h2 className="title">What if</h2>
          <p className="mr-auto rounded-sm border border-edge border-dashed bg-card px-2 py-0.5 text-xs">
            Nothing here is stored
          </p>
          <CloseButton aria-label="Close what if" onClick={onClose} className="-my-1 -mr-2.5" />
        </div>
        <div className="flex flex-wrap items-center justify-between gap-x-3 pt-1.5">
          {source.type === 'stream' ? (
            <BranchPoint after={source.after} head={session.head} onChange={branchOff} />
          ) : (
            <p className="flex min-w-0 flex-wrap items-center gap-x-2 text-sm text-muted">
              <span className="wrap-anywhere">{`Out of ${source.name}`}</span>
              <Button size="sm" onClick={() => branchOff(after)}>
                {`Back to this ${noun}`}
              </Button>
            </p>
          )}
          <OpenFile
            onRead={(history, name) => show({ type: 'file', id: newId(), name, history })}
            onRefused={setProblem}
          />
        </div>
        {problem && (
          <p role="alert" className="pt-1 text-sm text-danger">
            {problem}
          </p>
        )}
      </header>
      {source.type === 'stream' ? (
        <TrueBranch key={source.after} session={session} after={source.after} />
      ) : (
        <FileBranch key={source.id} history={source.history} />
      )}
    </section>
  )
}
