import { memo } from 'react'
import { kinds } from '@/components/timeline/kind'
import { maxColumns, type Waveform } from './waveform'

interface EventStripProps {
  readonly waveform: Waveform
  readonly head: number
}

/** Few events are lines of a fixed width; many share out the width there is. */
const fewEvents = 90

/** A cart's whole history as one drawing. */
export const EventStrip = memo(({ waveform, head }: EventStripProps) => {
  const few = head <= fewEvents
  const perColumn = Math.max(1, head / maxColumns)
  return (
    <svg
      aria-hidden
      viewBox={`0 -1.1 ${Math.max(1, head)} 2.2`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full overflow-visible"
    >
      {[...waveform].map(([type, path]) => (
        <path
          key={type}
          d={path}
          className={kinds[type].color}
          stroke="currentColor"
          strokeWidth={few ? 3 : 0.62 * perColumn}
          vectorEffect={few ? 'non-scaling-stroke' : undefined}
        />
      ))}
    </svg>
  )
})
