'use client'

import { type Ref, type RefObject, useCallback, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { formatCount } from '@/components/ui/format'
import { usePart } from '@/components/ui/use-part'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { DensityStrip } from './density-strip'
import { type Mark, Marks } from './marks'
import { OthersMarks } from './others-marks'
import type { StripScale } from './strip-scale'
import { placedAt, Track } from './track'
import { useEventAtHand } from './use-event-at-hand'

interface VersionSliderProps {
  readonly ref: Ref<HTMLInputElement>
  readonly session: StreamSession
  readonly playhead: Playhead
  readonly scale: StripScale
  readonly marks: readonly Mark[]
  readonly valueText: string
  /** Where the version is written that is under the hand. */
  readonly field: RefObject<HTMLInputElement | null>
  readonly onSeek: (version: number) => void
  readonly onScrub: (version: number) => void
}

const loadPreview = () => import('./hover-preview')

/** The needle over the history: a range of versions, seen through to a drawing of the events. */
export const VersionSlider = (props: VersionSliderProps) => {
  const { session, playhead, scale, marks, field } = props
  const { version, head, isLive } = playhead
  const [hovered, setHovered] = useState<number | null>(null)
  const preview = usePart(hovered !== null && head > 0, loadPreview)
  const eventAt = useEventAtHand(session.log.history)
  const moved = placedAt(scale.placeOf(version))
  const { windows } = session
  const onHand = useCallback(
    (at: number) => {
      windows.defer()
      if (field.current) field.current.value = formatCount(at)
    },
    [windows, field],
  )

  return (
    <Track
      ref={props.ref}
      label="Version"
      version={version}
      head={head}
      valueText={props.valueText}
      scale={scale}
      onSeek={props.onSeek}
      onScrub={props.onScrub}
      onHand={onHand}
      onRelease={playhead.release}
      onHover={setHovered}
      className="h-16 rounded-md bg-edge/15"
    >
      <div
        className={cn(
          'absolute inset-x-0 top-1/2',
          head > 0 && scale.columns.length === 0
            ? '-mt-2 h-4 animate-pulse rounded-sm bg-edge/25'
            : 'h-px bg-edge/50',
        )}
      />
      <DensityStrip columns={scale.columns} eventAt={eventAt} />
      <Marks marks={marks} scale={scale} />
      {/* What hasn't happened yet at the version looked at is paler. */}
      <div className="absolute -inset-y-px right-[-0.75rem] left-0 overflow-hidden">
        <div data-hand className="absolute inset-y-0 right-3 left-0 will-change-transform" style={moved}>
          <div className="absolute inset-y-0 right-[-0.75rem] left-px bg-(--ground)/65" />
        </div>
      </div>
      <div className="-inset-x-3 absolute inset-y-0 overflow-x-clip">
        <div data-hand className="-inset-y-1.5 absolute inset-x-3 will-change-transform" style={moved}>
          <div
            data-needle
            className={cn(
              'absolute inset-y-0 left-0 w-0.5 -translate-x-1/2 rounded-full outline-accent outline-offset-4',
              isLive ? 'bg-accent' : 'bg-past',
            )}
          >
            <span className="absolute -top-0.5 left-1/2 size-3 -translate-x-1/2 rotate-45 rounded-[2px] bg-inherit" />
          </div>
        </div>
      </div>
      <OthersMarks scale={scale} />
      {hovered !== null && head > 0 && preview && (
        <preview.HoverPreview session={session} version={hovered} place={scale.placeOf(hovered)} />
      )}
    </Track>
  )
}
