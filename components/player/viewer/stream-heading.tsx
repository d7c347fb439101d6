'use client'

import type { ReactNode } from 'react'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { Time } from '../../ui/time'
import { CopyButton } from '../timeline/copy-button'
import { CopyViewLink } from '../together/copy-view-link'
import { LookersAnnouncer } from '../together/lookers-announcer'
import { LookersMenu } from '../together/lookers-menu'
import { useStreamView } from '../view/use-stream-view'

interface StreamHeadingProps {
  readonly session: StreamSession
  readonly playhead: Playhead
  /** What else is told of it: terms and what they are. */
  readonly children?: ReactNode
}

/** Which stream it is, who else looks at it, and since when there is one. */
export const StreamHeading = ({ session, playhead, children }: StreamHeadingProps) => {
  const { noun } = useStreamView()
  const { streamId } = session.log
  return (
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-8 gap-y-4 px-4 sm:px-0">
      <div className="min-w-0">
        <div className="flex min-h-9 flex-wrap items-center gap-x-5 gap-y-1">
          <h1 className="font-display text-5xl leading-none">{`One ${noun}’s record`}</h1>
          <LookersMenu />
          <LookersAnnouncer />
        </div>
        <p className="mt-1.5 flex items-center gap-1 font-mono text-sm">
          <span className="min-w-0 wrap-anywhere">{streamId}</span>
          <CopyButton text={streamId} what={`${noun} id`} />
          <CopyViewLink playhead={playhead} />
        </p>
      </div>
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm [&_dt]:text-muted">
        {children}
        {session.createdAt && (
          <div>
            <dt>Created</dt>
            <dd className="font-mono tabular-nums">
              <Time iso={session.createdAt} format="full" />
            </dd>
          </div>
        )}
      </dl>
    </header>
  )
}
