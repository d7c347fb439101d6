'use client'

import { useState } from 'react'
import { newId } from '@/lib/kit/client/browser/new-id'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { CartSession } from '@/lib/shop/cart/client/use-cart-session'
import { beginCartBranch, type CartBranch } from '@/lib/shop/cart/what-if-cart'
import { Button } from '../../ui/button'
import { CloseButton } from '../../ui/close-button'
import { cn } from '../../ui/cn'
import { BranchPoint } from './branch-point'
import { BranchView } from './branch-view'
import { longestBranch } from './load-branch'
import { madeUp } from './made-up'
import { OpenFile } from './open-file'
import { TrueBranch } from './true-branch'

interface WhatIfPanelProps {
  readonly id: string
  readonly session: CartSession
  readonly playhead: Playhead
  readonly onClose: () => void
}

/** What the branch is of: the cart's own events, or a file's. */
type Source =
  | { readonly type: 'cart'; readonly after: number }
  | { readonly type: 'file'; readonly id: string; readonly name: string; readonly begun: CartBranch }

/** The cart as it could have been: a branch that only this browser knows, beside what truly was. */
export const WhatIfPanel = ({ id, session, playhead, onClose }: WhatIfPanelProps) => {
  const { version, head, isLive } = playhead
  // After the head there is nothing yet to be otherwise.
  const [after, setAfter] = useState(isLive ? Math.max(0, head - longestBranch) : version)
  const [source, setSource] = useState<Source>({ type: 'cart', after })
  const [problem, setProblem] = useState<string | null>(null)
  const show = (next: Source) => {
    setProblem(null)
    setSource(next)
  }
  const branchOff = (from: number) => {
    setAfter(from)
    show({ type: 'cart', after: from })
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
          {source.type === 'cart' ? (
            <BranchPoint after={source.after} head={session.head} onChange={branchOff} />
          ) : (
            <p className="flex min-w-0 flex-wrap items-center gap-x-2 text-sm text-muted">
              <span className="wrap-anywhere">{`Out of ${source.name}`}</span>
              <Button size="sm" onClick={() => branchOff(after)}>
                Back to this cart
              </Button>
            </p>
          )}
          <OpenFile
            onRead={(history, name) =>
              show({
                type: 'file',
                id: newId(),
                name,
                begun: beginCartBranch(history.before, history.events),
              })
            }
            onRefused={setProblem}
          />
        </div>
        {problem && (
          <p role="alert" className="pt-1 text-sm text-danger">
            {problem}
          </p>
        )}
      </header>
      {source.type === 'cart' ? (
        <TrueBranch key={source.after} session={session} after={source.after} />
      ) : (
        <BranchView key={source.id} begun={source.begun} name="In the file" />
      )}
    </section>
  )
}
