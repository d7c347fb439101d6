'use client'

import type { KeyboardEvent, Ref } from 'react'
import { cn } from '@/components/ui/cn'
import type { CartEvent } from '@/lib/domain/cart/events'
import { EventStrip } from './event-strip'

interface VersionSliderProps {
  readonly ref: Ref<HTMLInputElement>
  readonly events: readonly CartEvent[]
  readonly version: number
  readonly isLive: boolean
  readonly valueText: string
  readonly onSeek: (version: number) => void
}

const pages: Record<string, number> = { PageUp: 10, PageDown: -10 }

/** The needle over the cart's history: a range input, seen through to a drawing of the events. */
export const VersionSlider = ({ ref, events, version, isLive, valueText, onSeek }: VersionSliderProps) => {
  const head = events.length
  const left = `${head === 0 ? 0 : (version / head) * 100}%`

  const onKeyDown = (event: KeyboardEvent) => {
    const by = pages[event.key]
    if (!by) return
    event.preventDefault()
    onSeek(Math.min(head, Math.max(0, version + by)))
  }

  return (
    <div className="relative h-16 rounded-md bg-sunken">
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
        onKeyDown={onKeyDown}
        className="slider-hit peer absolute inset-0 z-10 size-full cursor-ew-resize touch-pan-y opacity-0"
      />
      <div className="pointer-events-none absolute inset-y-0 right-3 left-3 peer-focus-visible:[&_[data-needle]]:outline-2">
        <div className="absolute inset-x-0 top-1/2 h-px bg-line" />
        <EventStrip events={events} />
        <div className="absolute inset-y-0 -right-3 rounded-r-md bg-sunken/75" style={{ left }} />
        <div
          data-needle
          className={cn(
            'absolute -inset-y-1.5 w-0.5 -translate-x-1/2 rounded-full outline-offset-4 outline-accent',
            isLive ? 'bg-accent' : 'bg-past',
          )}
          style={{ left }}
        >
          <span className="absolute -top-0.5 left-1/2 size-3 -translate-x-1/2 rotate-45 rounded-[2px] bg-inherit" />
        </div>
      </div>
    </div>
  )
}
