import type { StoryEvent, StoryPage } from '../../protocol/api-stories'
import type { Identity } from '../../protocol/identity'
import type { RecordedEvent } from '../../protocol/recorded-event'
import { cartAggregate } from '../aggregates/cart-aggregate'
import { canSeeCart } from '../auth/cart-access'
import type { EventFilter, EventStore } from '../store/event-store'

interface Page {
  /** Only events after this position. */
  readonly after: number
  readonly limit: number
}

/**
 * A page of the events that share a correlation id, in order of position. Staff sees all of them, a shopper those of
 * carts of their own: a story that is unknown and one that isn't theirs look alike.
 */
export const readStory = async (
  store: EventStore,
  identity: Identity,
  correlationId: string,
  { after, limit }: Page,
): Promise<StoryPage> => {
  const filter = filterFor(identity, correlationId)
  const found = await store.readAll({ after, limit: limit + 1, filter })
  const page = found.slice(0, limit)
  const events = (await seenBy(store, identity, page)).map(toStoryEvent)
  return { correlationId, events, next: found.length > limit ? (page.at(-1)?.position ?? null) : null }
}

const filterFor = ({ role }: Identity, correlationId: string): EventFilter =>
  role === 'staff' ? { correlationId } : { correlationId, streamTypes: [cartAggregate.streamType] }

const seenBy = async (
  store: EventStore,
  identity: Identity,
  events: readonly RecordedEvent[],
): Promise<readonly RecordedEvent[]> => {
  if (identity.role === 'staff') return events
  const seen = new Set<string>()
  for (const cartId of new Set(events.map(({ streamId }) => streamId))) {
    if (await canSeeCart(store, identity, cartId)) seen.add(cartId)
  }
  return events.filter(({ streamId }) => seen.has(streamId))
}

const toStoryEvent = (event: RecordedEvent): StoryEvent => {
  const { eventId, streamType, streamId, version, position, type, occurredAt, metadata } = event
  const { actor, causationId, commandId } = metadata
  return { eventId, streamType, streamId, version, position, type, occurredAt, actor, causationId, commandId }
}
