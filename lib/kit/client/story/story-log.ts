import { type StoryEvent, type StoryPage, storyPart } from '../../wire/api-stories'

/** A part of a story as the page has it. */
export interface StoryLog {
  readonly correlationId: string
  /** In order of position. */
  readonly events: readonly StoryEvent[]
  /** The position after which the story goes on in another part; null while this one is the last. */
  readonly next: number | null
  /** Others stand between these events, in streams that aren't the viewer's to see. */
  readonly isWithheld: boolean
}

export const openStory = ({ correlationId, events, next, withheld }: StoryPage): StoryLog => ({
  correlationId,
  events,
  next,
  isWithheld: withheld ?? false,
})

/** Where a part is read on from. */
export const lastPosition = ({ events }: StoryLog): number => events.at(-1)?.position ?? 0

/** The part with what was read after it, as much as it has room for; the same where that tells nothing new. */
export const extendStory = (story: StoryLog, { events, next, withheld }: StoryPage): StoryLog => {
  if (story.next !== null) return story
  const last = lastPosition(story)
  const fresh = events.filter(({ position }) => position > last)
  const kept = fresh.slice(0, Math.max(0, storyPart - story.events.length))
  const end = kept.at(-1)?.position ?? last
  const goesOn = kept.length < fresh.length || next !== null
  const isWithheld = story.isWithheld || (withheld ?? false)
  if (kept.length === 0 && !goesOn && isWithheld === story.isWithheld) return story
  return { ...story, events: [...story.events, ...kept], next: goesOn ? end : null, isWithheld }
}
