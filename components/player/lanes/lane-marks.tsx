import { memo } from 'react'
import type { StoryEvent } from '@/lib/kit/wire/api-stories'
import { cn } from '../../ui/cn'
import type { Weight } from '../view/stream-view'
import type { ToldLane } from './told-story'

interface LaneMarksProps {
  readonly lane: ToldLane
  readonly placeOf: (event: StoryEvent) => number
  /** Is there room for the signs of its events? Else there are their lines alone. */
  readonly hasRoom: boolean
}

/** A line reaches so far from the middle of its lane, in parts of half the lane. */
const [shortest, longest] = [0.46, 0.86]

/** A lane's events as signs on a thread: what weighs more reaches further up or down. The list says the same in words. */
export const LaneMarks = memo(({ lane, placeOf, hasRoom }: LaneMarksProps) =>
  lane.events.map((event) => (
    <LaneMark key={event.eventId} lane={lane} event={event} place={placeOf(event)} hasRoom={hasRoom} />
  )),
)

interface LaneMarkProps extends Pick<LaneMarksProps, 'lane' | 'hasRoom'> {
  readonly event: StoryEvent
  /** From 0 to 1. */
  readonly place: number
  /** The needle stands at it. */
  readonly isSelected?: boolean
}

export const LaneMark = ({ lane, event, place, hasRoom, isSelected = false }: LaneMarkProps) => {
  const { icon: Icon, shape, color } = lane.told.kindOf(event)
  const [up, down] = reachOf(lane, lane.told.weightOf(event))
  return (
    <span className={cn('absolute inset-y-0 w-0', color)} style={{ left: `${place * 100}%` }}>
      <span
        className={cn('absolute -translate-x-1/2 bg-current', hasRoom ? 'w-0.5' : 'w-[3px]')}
        style={{ top: `${50 - up * 50}%`, bottom: `${50 - down * 50}%` }}
      />
      {hasRoom ? (
        <span
          className={cn(
            'absolute top-1/2 grid size-5 -translate-1/2 place-items-center border border-current',
            shape,
            isSelected ? 'bg-current' : 'bg-(--ground)',
          )}
        >
          <Icon className={cn('size-3', isSelected && 'text-(--ground)')} strokeWidth={2.25} />
        </span>
      ) : (
        isSelected && <span className="absolute top-1/2 size-2.5 -translate-1/2 rotate-45 bg-current" />
      )}
    </span>
  )
}

/** How far up and down a mark reaches beside the heaviest of its lane. */
const reachOf = ({ told, events }: ToldLane, weight: Weight): readonly [up: number, down: number] => {
  if (weight === 'bound') return [1, 1]
  const heaviest = Math.max(1, ...events.map(told.weightOf).map(heft))
  const reach = (units: number): number =>
    units === 0 ? 0 : shortest + ((longest - shortest) * Math.log2(1 + units)) / Math.log2(1 + heaviest)
  return [reach(weight.rise), reach(weight.fall)]
}

const heft = (weight: Weight): number => (weight === 'bound' ? 0 : Math.max(weight.rise, weight.fall))
