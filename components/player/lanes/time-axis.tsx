import type { StoryEvent } from '@/lib/kit/wire/api-stories'
import { Time } from '../../ui/time'
import { spanWords } from '../timeline/span-words'
import { labelledStops, type StoryAxis } from './axis'

interface TimeAxisProps {
  readonly events: readonly StoryEvent[]
  readonly axis: StoryAxis
  readonly hasNow: boolean
  /** In pixels. */
  readonly width: number
}

const labelWidth = 76
const fullLabelWidth = 160
const nowWidth = 44

/** When what stands above happened, as far as there is room, and how long nothing did. */
export const TimeAxis = ({ events, axis, hasNow, width }: TimeAxisProps) => {
  const isOneDay = new Set(events.map(({ occurredAt }) => occurredAt.slice(0, 10))).size === 1
  const needed = (isOneDay ? labelWidth : fullLabelWidth) / Math.max(1, width)
  const placeOf = (stop: number): number => axis.places[stop] ?? 0
  const room = hasNow ? 1 - nowWidth / Math.max(1, width) : 1
  // What happened in the same second is said once.
  const stops = events.flatMap(({ occurredAt }, index) =>
    occurredAt.slice(0, 19) === events[index - 1]?.occurredAt.slice(0, 19) ? [] : [index + 1],
  )
  const fitting = stops.filter((stop) => stop === 1 || placeOf(stop) + needed / 2 <= room)
  return (
    <div aria-hidden className="relative mx-3 h-6 font-mono text-2xs text-muted tabular-nums leading-6">
      {labelledStops(fitting, axis, needed).map((stop) => {
        const event = events[stop - 1]
        const place = placeOf(stop)
        // At the edges a label stands beside its mark rather than outside.
        const shift = place < needed / 2 ? 0 : -50
        return (
          event && (
            <span
              key={event.eventId}
              className="absolute top-0 whitespace-nowrap"
              style={{
                left: shift === 0 ? 0 : `${place * 100}%`,
                transform: `translateX(${shift}%)`,
              }}
            >
              <Time iso={event.occurredAt} format={isOneDay ? 'clock' : 'full'} />
            </span>
          )
        )
      })}
      {axis.folds.map(({ from, to, ms }) => (
        <span
          key={from}
          title={`${spanWords(ms)} in which nothing of the story happened`}
          className="-top-1.5 absolute h-3 w-2 -translate-x-1/2"
          style={{ left: `${((from + to) / 2) * 100}%` }}
        >
          <span className="absolute inset-y-0 left-0.5 w-px rotate-[25deg] bg-edge" />
          <span className="absolute inset-y-0 right-0.5 w-px rotate-[25deg] bg-edge" />
        </span>
      ))}
      {hasNow && <span className="absolute top-0 right-0 font-sans">Now</span>}
    </div>
  )
}
