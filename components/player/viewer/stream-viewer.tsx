'use client'

import { type ComponentType, useState } from 'react'
import { usePlayhead } from '@/lib/kit/client/playhead/use-playhead'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import { sentenceCase } from '../../ui/sentence-case'
import { Desk } from '../desk/desk'
import { useStage } from '../desk/use-stage'
import { FollowingBar } from '../together/following-bar'
import { Together } from '../together/together'
import type { PanelProps, StreamView } from '../view/stream-view'
import { StreamViewProvider } from '../view/use-stream-view'
import { type Pane, PaneTabs } from './pane-tabs'

interface StreamViewerProps<State extends Versioned, Session extends StreamSession<State>> {
  readonly view: StreamView
  readonly session: Session
  readonly Heading: ComponentType<PanelProps<State, Session>>
  /** Shows the state at the playhead; memoized. */
  readonly Panel: ComponentType<PanelProps<State, Session>>
  /** Opens another stream of the type, for those who may. */
  readonly onOpenStream?: ((streamId: string) => void) | undefined
}

/** A stream to be looked at, live and at any past version: all there is to a page but its frame. */
export const StreamViewer = <State extends Versioned, Session extends StreamSession<State>>({
  view,
  session,
  Heading,
  Panel,
  onOpenStream,
}: StreamViewerProps<State, Session>) => {
  const playhead = usePlayhead<State>(session)
  const stage = useStage(view, session, playhead)
  const [pane, setPane] = useState<Pane>('timeline')
  const goToPane = (to: Pane) => {
    setPane(to)
    stage.close()
  }
  return (
    <StreamViewProvider view={view}>
      <Together session={session} playhead={playhead}>
        <Heading session={session} playhead={playhead} />
        <FollowingBar />
        <div className="flex h-[calc(100dvh-var(--header))] min-h-[44rem] flex-col border-line border-y sm:min-h-[30rem] sm:border-x lg:h-auto lg:flex-1">
          <PaneTabs title={sentenceCase(view.noun)} pane={pane} onChange={goToPane} />
          <div className="min-h-0 flex-1">
            <Desk
              session={session}
              playhead={playhead}
              stage={stage}
              Panel={Panel}
              pane={pane}
              onOpenStream={onOpenStream}
            />
          </div>
        </div>
      </Together>
    </StreamViewProvider>
  )
}
