'use client'

import { AtHand } from './at-hand'
import type { StripScale } from './strip-scale'
import { Track } from './track'

interface MarkSliderProps {
  readonly mark: number
  readonly version: number
  readonly head: number
  readonly valueText: string
  readonly scale: StripScale
  readonly onMove: (mark: number) => void
}

/** The second mark, which says what the version looked at is compared with: a ring under the strip, and a line up through it. */
export const MarkSlider = ({ mark, version, head, valueText, scale, onMove }: MarkSliderProps) => {
  const placeOf = (at: number): string => `${scale.placeOf(at) * 100}%`
  const place = scale.placeOf(mark)
  const [first, last] = [Math.min(mark, version), Math.max(mark, version)]
  return (
    <Track
      label="Compared with"
      version={mark}
      head={head}
      valueText={valueText}
      scale={scale}
      onSeek={onMove}
      onScrub={onMove}
      className="h-7 pointer-coarse:h-11"
    >
      <div className="absolute inset-x-0 top-1/2 h-px bg-edge/50" />
      <div
        className="absolute -top-16 bottom-1/2 border-ink border-b-2 bg-ink/7"
        style={{ left: placeOf(first), right: `calc(100% - ${placeOf(last)})` }}
      />
      <AtHand place={place} className="-top-16 bottom-1/2">
        <div className="absolute inset-y-0 left-0 w-0 -translate-x-1/2 border-ink border-l border-dashed" />
      </AtHand>
      <AtHand place={place} className="inset-y-0">
        <div
          data-needle
          className="absolute top-1/2 left-0 size-3.5 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-ink bg-card outline-accent outline-offset-3"
        />
      </AtHand>
    </Track>
  )
}
