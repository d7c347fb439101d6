'use client'

import { type ReactNode, type RefObject, useCallback, useRef, useState } from 'react'
import { useHydrated } from '@/lib/kit/client/page/use-hydrated'
import type { Compare } from '@/lib/kit/client/playhead/use-compare'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { eventAt } from '@/lib/kit/history/history'
import { LiveState } from './live-state'
import { MarkSlider } from './mark-slider'
import { NowShowing } from './now-showing'
import { PlaySettings } from './play-settings'
import { TransportKeys } from './transport-keys'
import { type Axis, useStrip } from './use-strip'
import type { Transport } from './use-transport'
import { VersionSlider } from './version-slider'
import { versionText } from './version-text'

interface PlayerProps {
  readonly session: StreamSession
  readonly playhead: Playhead
  readonly compare: Compare
  readonly transport: Transport
  readonly slider: RefObject<HTMLInputElement | null>
  /** What else can be done with the version shown. */
  readonly children: ReactNode
}

/** A transport through the stream's versions, like a film editor's. */
export const Player = ({ session, playhead, compare, transport, slider, children }: PlayerProps) => {
  const { version, head, isLive } = playhead
  const { log } = session
  const [axis, setAxis] = useState<Axis>('version')
  const { scale, marks } = useStrip(session, axis)
  const zone = useHydrated() ? undefined : 'UTC'
  const textOf = useCallback(
    (at: number) => versionText(at, head, eventAt(log.history, at), zone),
    [head, log, zone],
  )
  const { goTo, goLive } = transport
  const field = useRef<HTMLInputElement>(null)
  const returnToLive = useCallback(() => {
    goLive()
    slider.current?.focus()
  }, [goLive, slider])

  return (
    <section aria-label="Player" className="@container px-4 py-3 sm:px-6">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-5 gap-y-2 [grid-template-areas:'keys_live'_'text_text'_'more_more'_'strip_strip'] @[40rem]:grid-cols-[auto_minmax(0,1fr)_auto_auto] @[40rem]:gap-y-3 @[40rem]:[grid-template-areas:'keys_text_more_live'_'strip_strip_strip_strip']">
        <TransportKeys
          version={version}
          head={head}
          playing={transport.playing}
          onToggle={transport.toggle}
          onGoTo={goTo}
        />
        <NowShowing session={session} version={version} field={field} onSeek={goTo} />
        <div className="-mx-2 flex items-center justify-between gap-1 [grid-area:more] @[40rem]:mx-0">
          <PlaySettings pace={transport.pace} onPace={transport.setPace} axis={axis} onAxis={setAxis} />
          {children}
        </div>
        <LiveState
          isLive={isLive}
          unseen={playhead.unseen}
          connection={session.connection}
          onReturn={returnToLive}
        />
        <div className="mt-1 [grid-area:strip]">
          <VersionSlider
            ref={slider}
            session={session}
            playhead={playhead}
            scale={scale}
            marks={marks}
            valueText={textOf(version)}
            field={field}
            onSeek={goTo}
            onScrub={transport.scrub}
          />
          {compare.mark !== null && (
            <MarkSlider
              mark={compare.mark}
              version={version}
              head={head}
              valueText={textOf(compare.mark)}
              scale={scale}
              onMove={compare.move}
            />
          )}
        </div>
      </div>
    </section>
  )
}
