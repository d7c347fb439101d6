'use client'

import { type Ref, type RefObject, useCallback, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { formatCount } from '@/components/ui/format'
import { usePart } from '@/components/ui/use-part'
import type { Playhead } from '@/lib/kit/client/playhead/use-playhead'
import type { StreamSession } from '@/lib/kit/client/session/stream-session'
import { DensityStrip } from './density-strip'
import { type Mark, Marks } from './marks'
import { AheadOfNeedle, NeedleLine } from './needle-line'
import { OthersMarks } from './others-marks'
import type { StripScale } from './strip-scale'
import { Track } from './track'
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
  const place = scale.placeOf(version)
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
      <AheadOfNeedle place={place} className="-inset-y-px" />
      <NeedleLine place={place} className="-inset-y-1.5" isLive={isLive} tip="-top-0.5" />
      <OthersMarks scale={scale} />
      {hovered !== null && head > 0 && preview && (
        <preview.HoverPreview session={session} version={hovered} place={scale.placeOf(hovered)} />
      )}
    </Track>
  )
}
