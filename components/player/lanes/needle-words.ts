import { formatClock, formatCount } from '@/components/ui/format'
import type { Needle } from '@/lib/kit/client/story/use-needle'
import type { ToldStory } from './told-story'

/** Where the needle stands: "Event 2 of 3", "Now". */
export const needlePlace = (
  { version, isLive }: Pick<Needle, 'version' | 'isLive'>,
  { events }: Pick<ToldStory, 'events'>,
): string => {
  if (isLive) return 'Now'
  if (version === 0) return 'Before the first event'
  return `Event ${formatCount(version)} of ${formatCount(events.length)}`
}

/** The same, spoken: with what happened, to which stream, and when. */
export const needleText = (needle: Needle, story: ToldStory, timeZone?: string): string => {
  const { event } = needle
  const place = needlePlace(needle, story)
  if (!event) return place
  const { told, stream } = story.laneOf(event)
  return `${place}: ${told.sentenceOf(event)}, ${told.noun} ${stream.id}, ${formatClock(event.occurredAt, timeZone)}`
}
