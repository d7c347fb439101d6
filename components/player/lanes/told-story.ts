import { type Lane, lanesOf } from '@/lib/kit/client/story/lanes'
import { streamKeyOf } from '@/lib/kit/events/stream-name'
import type { StoryEvent } from '@/lib/kit/wire/api-stories'
import type { KnownTypeOf } from './known-type'
import { type LaneTold, tellLane } from './lane-told'

/** A lane with how it is told. */
export interface ToldLane extends Lane {
  readonly told: LaneTold
}

/** A story as its lanes and its events tell it. */
export interface ToldStory {
  readonly events: readonly StoryEvent[]
  readonly lanes: readonly ToldLane[]
  readonly laneOf: (event: StoryEvent) => ToldLane
  /** The event that directly caused another one, where it is among these. */
  readonly causeOf: (event: StoryEvent) => StoryEvent | undefined
}

export const tellStory = (events: readonly StoryEvent[], knownTypeOf: KnownTypeOf): ToldStory => {
  const lanes = lanesOf(events).map((lane) => ({
    ...lane,
    told: tellLane(lane, knownTypeOf(lane.stream.type)),
  }))
  const byKey = new Map(lanes.map((lane) => [lane.key, lane]))
  const byId = new Map(events.map((event) => [event.eventId, event]))
  return {
    events,
    lanes,
    laneOf: (event) => byKey.get(streamKeyOf(event)) as ToldLane,
    causeOf: (event) => {
      const cause = byId.get(event.causationId)
      // Nothing is caused by what comes later, nor by itself.
      return cause && cause.position < event.position ? cause : undefined
    },
  }
}
