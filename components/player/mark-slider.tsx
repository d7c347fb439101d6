'use client'

import { pageStep } from './page-step'

interface MarkSliderProps {
  readonly mark: number
  readonly version: number
  readonly head: number
  readonly valueText: string
  readonly onMove: (mark: number) => void
}

/** The second mark, which says what the version looked at is compared with: a ring under the strip, and a line up through it. */
export const MarkSlider = ({ mark, version, head, valueText, onMove }: MarkSliderProps) => {
  const placeOf = (at: number): string => `${head === 0 ? 0 : (at / head) * 100}%`
  const [first, last] = [Math.min(mark, version), Math.max(mark, version)]
  return (
    <div className="relative h-7 pointer-coarse:h-11">
      <input
        type="range"
        aria-label="Compared with"
        aria-valuemin={0}
        aria-valuemax={head}
        aria-valuenow={mark}
        aria-valuetext={valueText}
        min={0}
        max={head}
        step={1}
        value={mark}
        onChange={(event) => onMove(event.target.valueAsNumber)}
        onKeyDown={(event) => pageStep(event, mark, onMove)}
        className="peer absolute inset-0 z-10 m-0 size-full cursor-ew-resize touch-pan-y appearance-none opacity-0 [&::-moz-range-thumb]:size-6 [&::-webkit-slider-thumb]:h-7 [&::-webkit-slider-thumb]:w-6 [&::-webkit-slider-thumb]:appearance-none"
      />
      <div className="pointer-events-none absolute inset-y-0 right-3 left-3 outline-accent outline-offset-3 peer-focus-visible:[&>:last-child]:outline-2">
        <div className="absolute inset-x-0 top-1/2 h-px bg-edge/50" />
        <div
          className="absolute -top-16 bottom-1/2 border-ink border-b-2 bg-ink/7"
          style={{ left: placeOf(first), right: `calc(100% - ${placeOf(last)})` }}
        />
        <div
          className="absolute -top-16 bottom-1/2 w-0 -translate-x-1/2 border-ink border-l border-dashed"
          style={{ left: placeOf(mark) }}
        />
        <div
          className="absolute top-1/2 size-3.5 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-ink bg-card outline-inherit"
          style={{ left: placeOf(mark) }}
        />
      </div>
    </div>
  )
}
