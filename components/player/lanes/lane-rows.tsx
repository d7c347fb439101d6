import type { ReactNode } from 'react'
import type { StoryEvent } from '@/lib/kit/wire/api-stories'
import { CauseLines } from './cause-lines'
import { LaneMark, LaneMarks } from './lane-marks'
import type { ToldStory } from './told-story'

interface LaneRowsProps {
  readonly story: ToldStory
  /** From 0 to 1. */
  readonly placeOf: (event: StoryEvent) => number
  /** The keys of the lanes that have room for signs. */
  readonly roomy: ReadonlySet<string>
}

/** Where lanes are drawn: on narrow screens below their names. */
const Drawn = ({ children }: { readonly children: ReactNode }) => (
  <div className="absolute inset-0 translate-y-3 @[44rem]:translate-y-0">{children}</div>
)

const Row = ({ index, children }: { readonly index: number; readonly children: ReactNode }) => (
  <div className="absolute inset-x-0 h-10" style={{ top: `calc(var(--lane) * ${index + 0.5} - 1.25rem)` }}>
    {children}
  </div>
)

/** The lanes' threads, what caused what, and the marks of all events. */
export const LaneRows = ({
  story,
  placeOf,
  roomy,
  selected,
}: LaneRowsProps & { readonly selected: StoryEvent | undefined }) => (
  <Drawn>
    {story.lanes.map(({ key }, index) => (
      <div
        key={key}
        className="-right-3 absolute -left-3 h-px bg-edge/40"
        style={{ top: `calc(var(--lane) * ${index + 0.5})` }}
      />
    ))}
    <CauseLines story={story} placeOf={placeOf} selected={selected?.eventId} />
    {story.lanes.map((lane, index) => (
      <Row key={lane.key} index={index}>
        <LaneMarks lane={lane} placeOf={placeOf} hasRoom={roomy.has(lane.key)} />
      </Row>
    ))}
  </Drawn>
)

/** The mark of the event that the needle stands at, on top of all. */
export const SelectedMark = ({
  story,
  placeOf,
  roomy,
  event,
}: LaneRowsProps & { readonly event: StoryEvent }) => {
  const lane = story.laneOf(event)
  return (
    <Drawn>
      <Row index={story.lanes.indexOf(lane)}>
        <LaneMark lane={lane} event={event} place={placeOf(event)} hasRoom={roomy.has(lane.key)} isSelected />
      </Row>
    </Drawn>
  )
}
