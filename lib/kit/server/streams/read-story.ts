import { canSeeCart } from '../../../shop/cart/server/cart-access'
import { cartAggregate } from '../../../shop/cart/server/cart-aggregate'
import type { RecordedEvent } from '../../events/recorded-event'
import type { StoryEvent, StoryPage } from '../../wire/api-stories'
import type { Identity } from '../../wire/identity'
import type { EventFilter, EventStore } from '../store/event-store'

interface Page {
  /** Only events after this position. */
  readonly after: number
  readonly limit: number
}

/**
 * A page of the events that share a correlation id, in order of position. Staff sees all of them, a shopper those of
 * carts of their own: a story that is unknown and one that isn't theirs look alike. Stories are short (a command, an
 * invoice): for who doesn't see all of one it is read on until there is a page, or no more.
 */
export const readStory = async (
  store: EventStore,
  identity: Identity,
  correlationId: string,
  { after, limit }: Page,
): Promise<StoryPage> => {
  const filter = filterFor(identity, correlationId)
  const canSee = sightOf(store, identity)
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
  return { correlationId, events: page.map(toStoryEvent), next }
}

const filterFor = ({ role }: Identity, correlationId: string): EventFilter =>
  role === 'staff' ? { correlationId } : { correlationId, streamTypes: [cartAggregate.streamType] }

/** Tells which events a person sees; each cart is asked about once. */
const sightOf = (store: EventStore, identity: Identity) => {
  const asked = new Map<string, Promise<boolean>>()
  return async ({ streamId }: RecordedEvent): Promise<boolean> => {
    if (identity.role === 'staff') return true
    const isSeen = asked.get(streamId) ?? canSeeCart(store, identity, streamId)
    asked.set(streamId, isSeen)
    return isSeen
  }
}

const toStoryEvent = (event: RecordedEvent): StoryEvent => {
  const { eventId, streamType, streamId, version, position, type, occurredAt, metadata } = event
  const { correlationId: _, ...cause } = metadata
  return { eventId, streamType, streamId, version, position, type, occurredAt, ...cause }
}
