import type { RecordedEvent } from '../../events/recorded-event'
import { streamKey, streamOfEvent } from '../../events/stream-name'
import type { StoryEvent, StoryPage } from '../../wire/api-stories'
import type { Identity } from '../../wire/identity'
import type { StreamAccess } from '../access/access'
import type { EventStore } from '../store/event-store'

interface Dependencies<Person extends Identity> {
  readonly store: Pick<EventStore, 'readAll'>
  readonly access: Pick<StreamAccess<Person>, 'see' | 'typesSeenBy'>
}

interface Page {
  /** Only events after this position. */
  readonly after: number
  readonly limit: number
}

/**
 * A page of the events that share a correlation id, in order of position: those of streams that this person may see, and
 * whether there are others between them. A story that is unknown and one that isn't theirs look alike. Stories are short
 * (a command, a file that was imported): for who doesn't see all of one it is read on until there is a page, or no more.
 */
export const readStory = async <Person extends Identity>(
  { store, access }: Dependencies<Person>,
  person: Person,
  correlationId: string,
  { after, limit }: Page,
): Promise<StoryPage> => {
  const filter = { correlationId, streamTypes: access.typesSeenBy(person) }
  const canSee = sightOf(access, person)
  const seen: RecordedEvent[] = []
  let found: readonly RecordedEvent[]
  let last = after
  do {
    found = await store.readAll({ after: last, limit: limit + 1, filter })
    for (const event of found) if (await canSee(event)) seen.push(event)
    last = found.at(-1)?.position ?? last
  } while (found.length > limit && seen.length <= limit)
  const page = seen.slice(0, limit)
  const next = seen.length > limit ? (page.at(-1)?.position ?? null) : null
  if (page.length === 0) return { correlationId, events: [], next: null }

  // One more than are shown: where others stand between them, it brings the first.
  const all = await store.readAll({
    after,
    upTo: next ?? undefined,
    limit: page.length + 1,
    filter: { correlationId },
  })
  const sights = await Promise.all(all.map(canSee))
  const withheld = sights.includes(false) ? ({ withheld: true } as const) : {}
  return { correlationId, events: page.map(toStoryEvent), next, ...withheld }
}

/** Tells which events a person sees; each stream is asked about once. */
const sightOf = <Person extends Identity>(access: Pick<StreamAccess<Person>, 'see'>, person: Person) => {
  const asked = new Map<string, Promise<boolean>>()
  return (event: RecordedEvent): Promise<boolean> => {
    const stream = streamOfEvent(event)
    const key = streamKey(stream)
    const isSeen = asked.get(key) ?? access.see(person, stream).then((sight) => sight === 'seen')
    asked.set(key, isSeen)
    return isSeen
  }
}

const toStoryEvent = (event: RecordedEvent): StoryEvent => {
  const { eventId, streamType, streamId, version, position, type, data, occurredAt, metadata } = event
  const { correlationId: _, ...cause } = metadata
  return { eventId, streamType, streamId, version, position, type, data, occurredAt, ...cause }
}
