'use client'

import {
  Activity,
  type ComponentType,
  lazy,
  memo,
  Suspense,
  useCallback,
  useDeferredValue,
  useId,
  useMemo,
  useRef,
} from 'react'
import { useAtMostEvery } from '@/lib/kit/client/page/use-at-most-every'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import type { Versioned } from '@/lib/kit/streams/stream-type'
import { cn } from '../../ui/cn'
import { untilThere } from '../../ui/until-there'
import { useMediaQuery } from '../../ui/use-media-query'
import { ShownMoment, useMoment } from '../compare/shown-moment'
import { useEscape } from '../compare/use-escape'
import { DeskMenu } from '../keys/desk-menu'
import { Timeline } from '../timeline/timeline'
import { Player } from '../transport/player'
import type { NextStop } from '../transport/use-playback'
import { useTransport } from '../transport/use-transport'
import type { PanelProps } from '../view/stream-view'
import { useStreamView } from '../view/use-stream-view'
import { StageButtons } from './stage-buttons'
import { StagePanel } from './stage-panel'
import { useDeskActions } from './use-desk-actions'
import { useJumps } from './use-jumps'
import type { Stage } from './use-stage'

interface DeskProps<State extends Versioned, Session extends StreamSession<State>> {
  readonly session: Session
  readonly playhead: Playhead<State>
  readonly stage: Stage
  /** Shows the state at the playhead. Memoized, and of one identity: it follows a hand. */
  readonly Panel: ComponentType<PanelProps<State, Session>>
  /** On narrow screens only this one is shown; left out, both are, one under the other. */
  readonly pane?: 'state' | 'timeline' | undefined
  /** Opens another stream, for those who have more than their own. */
  readonly onOpenStream?: ((streamId: string) => void) | undefined
}

const ScanTools = lazy(async () => ({ default: (await untilThere(() => import('./scan-tools'))).ScanTools }))

const Events = memo(Timeline)

/** While a hand drags over a long history the rows of its timeline are all others at each move: they follow this often. */
const followMs = 120

// Timeline and player bring a frame for where they stand alone; here the desk's rules divide them.
const flush = '*:rounded-none *:border-0 *:bg-transparent'

/**
 * A stream's state, its timeline and the transport that moves both. Fills the height it is given. A tool that is opened
 * stands in the state's place; where there is no room for both, and for JSON, in the timeline's too.
 */
export const Desk = <State extends Versioned, Session extends StreamSession<State>>({
  session,
  playhead,
  stage,
  Panel,
  pane,
  onOpenStream,
}: DeskProps<State, Session>) => {
  const view = useStreamView()
  const panelId = useId()
  const slider = useRef<HTMLInputElement>(null)
  const nextStop = useRef<NextStop>(undefined)
  const filter = useRef<() => void>(undefined)
  // The needle goes with the hand; what it shows follows as soon as there is time.
  const settled = useDeferredValue(playhead)
  const rested = useAtMostEvery(playhead.isLive ? null : playhead, followMs)
  const transport = useTransport(session, playhead, nextStop)
  const { head } = playhead
  const { goTo } = transport
  const menu = useMemo(
    () => <DeskMenu head={head} onGoTo={goTo} onOpenStream={onOpenStream} />,
    [head, goTo, onOpenStream],
  )
  const jumps = useJumps(session, playhead, transport.goTo)
  const pressed = useRef<HTMLButtonElement>(null)
  const isNarrow = useMediaQuery('(width < 42rem)')
  const { shown, compare, close: closeStage } = stage
  const isInPlace = shown !== 'state' && !(shown === 'event' && isNarrow)
  const close = useCallback(() => {
    closeStage()
    pressed.current?.focus()
  }, [closeStage])
  useEscape(isInPlace, close)
  useDeskActions({ view, playhead, transport, stage, jumps, close, filter })
  const moment = useMoment(session, settled)

  return (
    <div
      data-desk
      tabIndex={-1}
      className={cn(
        '@container flex h-full min-h-0 flex-col outline-none transition-colors duration-wash',
        playhead.isLive ? 'bg-card' : 'in-past bg-past-wash',
      )}
    >
      <div
        className={cn(
          'grid min-h-0 flex-1 grid-cols-1 grid-rows-[minmax(0,3fr)_minmax(0,2fr)]',
          '@[42rem]:grid-cols-[minmax(0,1fr)_minmax(0,21rem)] @[42rem]:grid-rows-1 @[54rem]:grid-cols-[minmax(0,1fr)_minmax(0,25rem)]',
          pane && 'max-xl:@max-[42rem]:grid-rows-1',
        )}
      >
        {shown !== 'state' && (
          <div
            className={cn(
              isInPlace && 'col-start-1 row-span-full min-h-0',
              shown === 'compare' && compare.view === 'raw' && '@max-[60rem]:col-span-full',
              shown === 'what-if' && '@max-[60rem]:col-span-full',
            )}
          >
            <StagePanel id={panelId} session={session} playhead={settled} stage={stage} onClose={close} />
          </div>
        )}
        <div
          onFocusCapture={({ target }) => jumps.onTouch(target)}
          onPointerDownCapture={({ target }) => jumps.onTouch(target)}
          className={cn(
            'min-h-0',
            pane === 'timeline' && 'max-xl:@max-[42rem]:hidden',
            isInPlace && 'hidden',
          )}
        >
          {/* A branch has undo keys of its own. */}
          <Activity mode={shown === 'what-if' ? 'hidden' : 'visible'}>
            <ShownMoment value={moment}>
              <Panel session={session} playhead={settled} />
            </ShownMoment>
          </Activity>
        </div>
        <div
          className={cn(
            'min-h-0 border-line border-t @[42rem]:border-t-0 @[42rem]:border-l',
            flush,
            pane && 'max-xl:@max-[42rem]:border-0',
            pane === 'state' && 'max-xl:@max-[42rem]:hidden',
            isInPlace && '@max-[42rem]:hidden',
            isInPlace && shown === 'compare' && compare.view === 'raw' && '@max-[60rem]:hidden',
            shown === 'what-if' && '@max-[60rem]:hidden',
          )}
        >
          <Events
            session={session}
            playhead={(playhead.isLive ? null : rested) ?? settled}
            selected={stage.selection.version}
            onSeek={goTo}
            onSelect={stage.select}
            openFilter={filter}
          >
            {menu}
          </Events>
        </div>
      </div>
      <div className={cn('border-line border-t', flush)}>
        <Player session={session} playhead={playhead} compare={compare} transport={transport} slider={slider}>
          <StageButtons
            shown={shown}
            onOpen={stage.open}
            panelId={panelId}
            disabled={playhead.head === 0}
            pressed={pressed}
            onClose={close}
          />
        </Player>
      </div>
      {(transport.playing || jumps.jump) && (
        <Suspense>
          <ScanTools
            session={session}
            version={playhead.version}
            jump={jumps.jump}
            onLanded={jumps.onLanded}
            nextStop={nextStop}
          />
        </Suspense>
      )}
    </div>
  )
}
