'use client'

import { Time } from '@/components/ui/time'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { useEventAt } from '@/lib/kit/client/stream-log/use-window'
import { stateAt } from '@/lib/kit/history/history'
import { namesAt } from '../view/names-at'
import { sentenceOf } from '../view/told-by-view'
import { useStreamView } from '../view/use-stream-view'

interface HoverPreviewProps {
  readonly session: StreamSession
  readonly version: number
  /** From 0 to 1. */
  readonly place: number
}

/** What one would come to: the version under the pointer, its event, and what the state came to then. */
export const HoverPreview = ({ session, version, place }: HoverPreviewProps) => {
  const view = useStreamView()
  const { history } = session.log
  const event = useEventAt(session, version)
  const state = stateAt(history, version)
  return (
    <>
      <div
        className="absolute inset-y-0 w-px -translate-x-1/2 bg-ink/50"
        style={{ left: `${place * 100}%` }}
      />
      <div
        className="absolute bottom-full z-20 mb-2.5 w-max max-w-64 rounded-md bg-ink px-2.5 py-1.5 text-xs text-paper shadow-lift"
        style={{ left: `${place * 100}%`, translate: `-${place * 100}% 0` }}
      >
        <p className="flex justify-between gap-4 font-mono tabular-nums">
          <span>{`v ${version}`}</span>
          {state && view.figureOf && <span>{view.figureOf(state)}</span>}
        </p>
        <p className="truncate">
          {event
            ? sentenceOf(view, event, namesAt(view, history, version))
            : version === 0
              ? 'Before anything'
              : '…'}
        </p>
        {event && <Time iso={event.occurredAt} format="full" className="font-mono text-2xs opacity-75" />}
      </div>
    </>
  )
}
