import { type StreamName, streamKeyOf, streamOfEvent } from '../../events/stream-name'
import { groupBy } from '../../kernel/group-by'
import type { StoryEvent } from '../../wire/api-stories'

/** One stream of a story. */
export interface Lane {
  /** Its stream's name as one text. */
  readonly key: string
  readonly stream: StreamName
  /** Those of the story that befell it, in order of position. */
  readonly events: readonly StoryEvent[]
}

/** A story's events, in order of position, as a lane for each stream; the first to join stands first. */
export const lanesOf = (events: readonly StoryEvent[]): Lane[] =>
  [...groupBy(events, streamKeyOf)].map(([key, ofLane]) => ({
    key,
    stream: streamOfEvent(ofLane[0]),
    events: ofLane,
  }))

/** What is known of a stream's version at a moment by the story's events alone. */
export interface VersionBounds {
  readonly atLeast: number
  /** Undefined where the story says nothing of it later. */
  readonly atMost: number | undefined
}

/** Between which versions a lane's stream stood right after a position of the log. Others than the story's moved it, too. */
export const boundsAt = ({ events }: Pick<Lane, 'events'>, position: number): VersionBounds => {
  const next = events.findIndex((event) => event.position > position)
  const [before, after] = next < 0 ? [events.at(-1), undefined] : [events[next - 1], events[next]]
  return { atLeast: before?.version ?? 0, atMost: after && after.version - 1 }
}
