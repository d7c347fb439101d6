'use client'

import type { RefObject } from 'react'
import { formatCount } from '@/components/ui/format'
import { Time } from '@/components/ui/time'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { useEventAt } from '@/lib/kit/client/stream-log/use-window'
import { namesAt } from '../view/names-at'
import { sentenceOf } from '../view/told-by-view'
import { useStreamView } from '../view/use-stream-view'
import { VersionField } from './version-field'

interface NowShowingProps {
  readonly session: StreamSession
  readonly version: number
  readonly field: RefObject<HTMLInputElement | null>
  readonly onSeek: (version: number) => void
}

/** Which version is looked at, and the event that made it. */
export const NowShowing = ({ session, version, field, onSeek }: NowShowingProps) => {
  const view = useStreamView()
  const event = useEventAt(session, version)
  return (
    <div className="min-w-0 [grid-area:text]">
      <div className="h-13 contain-layout contain-size">
        <p className="flex items-baseline whitespace-nowrap font-display text-3xl leading-none tabular-nums">
          Version
          <VersionField ref={field} version={version} head={session.head} onSeek={onSeek} />
          <span className="text-muted">{`of ${formatCount(session.head)}`}</span>
        </p>
        <p className="mt-1 truncate text-sm text-muted">
          {event ? (
            <>
              {sentenceOf(view, event, namesAt(view, session.log.history, version))} ·{' '}
              <Time iso={event.occurredAt} className="font-mono text-xs" />
            </>
          ) : version === 0 ? (
            'Nothing yet'
          ) : (
            'Being fetched…'
          )}
        </p>
      </div>
    </div>
  )
}
