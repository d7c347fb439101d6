'use client'

import { Pause, Play, StepBack, StepForward } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import type { CartSession } from '@/lib/client/use-cart-session'
import type { Compare } from '@/lib/client/use-compare'
import { useHydrated } from '@/lib/client/use-hydrated'
import type { Playhead } from '@/lib/client/use-playhead'
import { LiveState } from './live-state'
import { MarkSlider } from './mark-slider'
import { NowShowing } from './now-showing'
import { TransportButton } from './transport-button'
import { usePlayback } from './use-playback'
import { VersionSlider } from './version-slider'
import { versionText } from './version-text'

interface PlayerProps {
  readonly session: CartSession
  readonly playhead: Playhead
  readonly compare: Compare
  /** What else can be done with the version shown. */
  readonly children: ReactNode
}

/** A transport through the cart's versions, like a film editor's. */
export const Player = ({ session, playhead, compare, children }: PlayerProps) => {
  const { version, head, isLive, seek } = playhead
  const { events } = session.log.history
  const slider = useRef<HTMLInputElement>(null)
  const { playing, play, pause } = usePlayback(playhead)
  const zone = useHydrated() ? undefined : 'UTC'
  const textOf = (at: number) => versionText(at, head, events[at - 1], zone)

  const goTo = (to: number) => {
    pause()
    seek(to)
  }
  const returnToLive = () => {
    pause()
    playhead.goLive()
    slider.current?.focus()
  }

  return (
    <section aria-label="Player" className="@container px-4 py-3">
      <div className="grid grid-cols-[auto_1fr_auto] items-center gap-x-5 gap-y-3 [grid-template-areas:'keys_live_live'_'text_text_more'_'strip_strip_strip'] @[34rem]:grid-cols-[auto_1fr_auto_auto] @[34rem]:[grid-template-areas:'keys_text_more_live'_'strip_strip_strip_strip']">
        <div className="flex items-center gap-2 [grid-area:keys]">
          <TransportButton
            label="Previous event"
            icon={StepBack}
            idle={version === 0}
            onClick={() => goTo(version - 1)}
          />
          <TransportButton
            label={playing ? 'Pause' : 'Play'}
            icon={playing ? Pause : Play}
            idle={head === 0}
            large
            onClick={playing ? pause : play}
          />
          <TransportButton
            label="Next event"
            icon={StepForward}
            idle={isLive}
            onClick={() => goTo(version + 1)}
          />
        </div>
        <NowShowing events={events} version={version} />
        <div className="[grid-area:more]">{children}</div>
        <LiveState
          isLive={isLive}
          unseen={playhead.unseen}
          connection={session.connection}
          onReturn={returnToLive}
        />
        <div className="mt-1 [grid-area:strip]">
          <VersionSlider
            ref={slider}
            events={events}
            version={version}
            isLive={isLive}
            valueText={textOf(version)}
            onSeek={goTo}
          />
          {compare.mark !== null && (
            <MarkSlider
              mark={compare.mark}
              version={version}
              head={head}
              valueText={textOf(compare.mark)}
              onMove={compare.move}
            />
          )}
        </div>
      </div>
    </section>
  )
}
