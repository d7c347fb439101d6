'use client'

import { type Ref, useMemo } from 'react'
import { cn } from '@/components/ui/cn'
import type { CartEvent } from '@/lib/domain/cart/events'
import { EventStrip } from './event-strip'
import { pageStep } from './page-step'
import { waveform } from './waveform'

interface VersionSliderProps {
  readonly ref: Ref<HTMLInputElement>
  readonly events: readonly CartEvent[]
  readonly version: number
  readonly isLive: boolean
  readonly valueText: string
  readonly onSeek: (version: number) => void
}

/** The needle over the cart's history: a range input, seen through to a drawing of the events. */
export const VersionSlider = ({ ref, events, version, isLive, valueText, onSeek }: VersionSliderProps) => {
  const head = events.length
  const drawing = useMemo(() => waveform(events), [events])
  const at = `${head === 0 ? 0 : (version / head) * 100}%`

  return (
    <div className="relative h-16 rounded-md bg-edge/15">
      <input
        ref={ref}
        type="range"
        aria-label="Version"
        aria-valuemin={0}
        aria-valuemax={head}
        aria-valuenow={version}
        aria-valuetext={valueText}
        min={0}
        max={head}
        step={1}
        value={version}
        onChange={(event) => onSeek(event.target.valueAsNumber)}
        onKeyDown={(event) => pageStep(event, version, onSeek)}
        className="peer absolute inset-0 z-10 m-0 size-full cursor-ew-resize touch-pan-y appearance-none opacity-0 [&::-moz-range-thumb]:size-6 [&::-webkit-slider-thumb]:h-16 [&::-webkit-slider-thumb]:w-6 [&::-webkit-slider-thumb]:appearance-none"
      />
      {/* Inset by half a thumb, so that the needle stands where the input has its thumb. */}
      <div className="pointer-events-none absolute inset-y-0 right-3 left-3 outline-accent peer-focus-visible:[&>:last-child]:outline-2">
        <div className="absolute inset-x-0 top-1/2 h-px bg-edge/50" />
        <div
          className="absolute inset-0 opacity-35"
          style={{ clipPath: `inset(-1rem -1rem -1rem calc(${at} + 1px))` }}
        >
          <EventStrip waveform={drawing} head={head} />
        </div>
        <div
          className="absolute inset-0"
          style={{ clipPath: `inset(-1rem calc(100% - ${at} - 2px) -1rem -1rem)` }}
        >
          <EventStrip waveform={drawing} head={head} />
        </div>
        <div
          className={cn(
            'absolute -inset-y-1.5 w-0.5 -translate-x-1/2 rounded-full outline-accent outline-offset-4',
            isLive ? 'bg-accent' : 'bg-past',
          )}
          style={{ left: at }}
        >
          <span className="absolute -top-0.5 left-1/2 size-3 -translate-x-1/2 rotate-45 rounded-[2px] bg-inherit" />
        </div>
      </div>
    </div>
  )
}
