import { memo, useMemo } from 'react'
import { kinds } from '@/components/timeline/kind'
import type { CartEvent } from '@/lib/domain/cart/events'
import { waveform } from './waveform'

const strokeFor = (count: number): number => (count <= 24 ? 4 : count <= 90 ? 3 : count <= 240 ? 2 : 1.25)

/** The cart's whole history as one drawing, under the slider. */
export const EventStrip = memo(({ events }: { readonly events: readonly CartEvent[] }) => {
  const paths = useMemo(() => waveform(events), [events])
  return (
    <svg
      aria-hidden
      viewBox={`0 -1.1 ${Math.max(1, events.length)} 2.2`}
      preserveAspectRatio="none"
      className="absolute inset-0 size-full overflow-visible"
    >
      {[...paths].map(([type, path]) => (
        <path
          key={type}
          d={path}
          className={kinds[type].color}
          stroke="currentColor"
          strokeWidth={strokeFor(events.length)}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  )
})
