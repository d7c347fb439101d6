import { memo } from 'react'
import type { StoryEvent } from '@/lib/kit/wire/api-stories'
import { cn } from '../../ui/cn'
import type { ToldStory } from './told-story'

interface CauseLinesProps {
  readonly story: ToldStory
  readonly placeOf: (event: StoryEvent) => number
  /** The id of the event that the needle stands at: what caused it, and what it caused, stands out. */
  readonly selected: string | undefined
}

/** As wide as the lines' drawing is in units of its own. */
const width = 1_000

/** Lines from each event to those in other lanes that it caused. Within a lane its thread says it, and the list in words. */
export const CauseLines = memo(({ story, placeOf, selected }: CauseLinesProps) => {
  const { events, lanes, laneOf, causeOf } = story
  const rowOf = new Map(lanes.map(({ key }, index) => [key, index + 0.5]))
  const at = (event: StoryEvent) => ({
    x: placeOf(event) * width,
    y: rowOf.get(laneOf(event).key) ?? 0,
  })
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} ${Math.max(1, lanes.length)}`}
      preserveAspectRatio="none"
      fill="none"
      className="absolute inset-0 size-full overflow-visible"
    >
      {events.map((event) => {
        const cause = causeOf(event)
        if (!cause) return null
        const [from, to] = [at(cause), at(event)]
        if (from.y === to.y) return null
        const isOut = selected === cause.eventId || selected === event.eventId
        const middle = from.y + (to.y - from.y) / 2
        return (
          <path
            key={event.eventId}
            data-cause={cause.position}
            d={`M${from.x} ${from.y}C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`}
            vectorEffect="non-scaling-stroke"
            strokeWidth={isOut ? 2 : 1.25}
            className={cn(isOut ? 'stroke-ink' : 'stroke-edge/80')}
          />
        )
      })}
    </svg>
  )
})
