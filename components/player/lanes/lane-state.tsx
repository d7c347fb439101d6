'use client'

import type { ComponentType } from 'react'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import type { Lane } from '@/lib/kit/client/story/lanes'
import { useLanePlayhead } from '@/lib/kit/client/story/use-lane-playhead'
import type { Needle } from '@/lib/kit/client/story/use-needle'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import { ShownMoment, useMoment } from '../compare/shown-moment'
import type { PanelProps, StreamView } from '../view/stream-view'
import { StreamViewProvider } from '../view/use-stream-view'

/** What of a story a lane's panel follows. */
export interface LaneShown {
  readonly lane: Lane
  readonly needle: Pick<Needle, 'position' | 'isLive'>
  /** Looks at a version of its stream elsewhere. */
  readonly onOpenVersion: (version: number) => void
}

interface LaneStateProps<State extends Versioned, Session extends StreamSession<State>> extends LaneShown {
  readonly session: Session
  readonly view: StreamView
  /** Shows a state; memoized. */
  readonly Panel: ComponentType<PanelProps<State, Session>>
}

/** The state of a lane's stream at the needle. */
export const LaneState = <State extends Versioned, Session extends StreamSession<State>>({
  session,
  view,
  Panel,
  lane,
  needle,
  onOpenVersion,
}: LaneStateProps<State, Session>) => {
  const playhead = useLanePlayhead<State>(session, lane, needle, onOpenVersion)
  const moment = useMoment(session, playhead)
  return (
    <StreamViewProvider view={view}>
      <ShownMoment value={moment}>
        <Panel session={session} playhead={playhead} />
      </ShownMoment>
    </StreamViewProvider>
  )
}
