import { streamKey, streamOfEvent } from '../../events/stream-name'
import type { StoredStreamTypes } from '../../streams/stored-stream-types'
import type { Versioned } from '../../streams/stream-type'
import { type StoryEvent, type StoryPage, storyPart } from '../../wire/api-stories'
import type { Identity } from '../../wire/identity'
import type { StreamOpening } from '../../wire/stream-opening'
import { readStory } from './read-story'
import { openForReading } from './read-window'

type Dependencies<Person extends Identity> = Parameters<typeof readStory<Person>>[0] &
  Parameters<typeof openForReading<unknown, never, Person>>[0] & { readonly types: StoredStreamTypes }

/** What an address says of how a story is looked at. */
interface Looked {
  /** Where the part begins that is shown; left out, it is the first, or one in which the needle is. */
  readonly after?: number | undefined
  /** The position that the needle stands at. */
  readonly at?: number | undefined
  /** The lane that is looked at. */
  readonly lane?: string | undefined
}

export interface OpenedStory {
  readonly opening: StoryPage
  readonly after: number
  /** The stream of the lane that is looked at first. */
  readonly laneOpening: StreamOpening<Versioned> | undefined
}

/** What a page needs of a story: a part of it, and the stream of one lane. Undefined where nothing of it is there for this person. */
export const openStoryForReading = async <Person extends Identity>(
  dependencies: Dependencies<Person>,
  person: Person,
  correlationId: string,
  looked: Looked,
): Promise<OpenedStory | undefined> => {
  const { opening, after } = await partLookedAt(
    (after) => readStory(dependencies, person, correlationId, { after, limit: storyPart }),
    looked,
  )
  const { events } = opening
  if (events.length === 0) return undefined
  const shown = laneLookedAt(events, looked)
  const type = shown && dependencies.types.named(shown.streamType)
  const laneOpening =
    type && (await openForReading(dependencies, type, person, shown.streamId, [shown.version]))
  return { opening, after, laneOpening: laneOpening as StreamOpening<Versioned> | undefined }
}

interface Part {
  readonly opening: StoryPage
  readonly after: number
}

/** Past a story's end there is nothing: then it is shown from its beginning. */
const partLookedAt = async (
  read: (after: number) => Promise<StoryPage>,
  { after = 0, at }: Looked,
): Promise<Part> => {
  const opening = await read(after)
  if (opening.events.length === 0) return { opening: after > 0 ? await read(0) : opening, after: 0 }
  const isFurther = after === 0 && at !== undefined && opening.next !== null && at > opening.next
  if (!isFurther) return { opening, after }
  const further = await read(at - 1)
  return further.events.length > 0 ? { opening: further, after: at - 1 } : { opening, after }
}

/** An event of the lane that the address names, else the one that the needle stands at, else the first. */
const laneLookedAt = (events: readonly StoryEvent[], { lane, at }: Looked): StoryEvent | undefined =>
  events.find((event) => streamKey(streamOfEvent(event)) === lane) ??
  (at === undefined ? events[0] : (events.findLast(({ position }) => position <= at) ?? events[0]))
