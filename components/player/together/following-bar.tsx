'use client'

import { Footprints } from 'lucide-react'
import { useEscape } from '../compare/use-escape'
import { useStreamView } from '../view/use-stream-view'
import { nameOf } from './looker-words'
import { useTogether } from './together'

/** Whom one follows, and the way out of it; Escape is one too. Takes no room, so that stopping moves nothing. */
export const FollowingBar = () => {
  const view = useStreamView()
  const { following, stop } = useTogether()
  useEscape(following !== null, stop)
  if (!following) return null
  return (
    <div className="sticky top-[calc(var(--header)+4.5rem)] z-20 flex h-0 items-center justify-end px-4 lg:justify-center">
      <p className="flex items-center gap-2 rounded-full bg-ink py-0.5 pr-1 pl-3.5 text-sm text-paper shadow-lift">
        <Footprints aria-hidden className="size-3.5 shrink-0" strokeWidth={1.75} />
        <span className="max-w-48 truncate">{`Following ${nameOf(view, following)}`}</span>
        <button
          type="button"
          onClick={stop}
          aria-label={`Stop following ${nameOf(view, following)}`}
          className="min-h-7 rounded-full px-2.5 font-medium underline underline-offset-4 hover:bg-paper/15 pointer-coarse:min-h-11"
        >
          stop
        </button>
      </p>
    </div>
  )
}
