import type { RecordedEvent } from '../../events/recorded-event'
import { streamOfEvent } from '../../events/stream-name'
import type { Identity } from '../../wire/identity'
import type { EventStore } from '../store/event-store'
import type { StreamAccess } from './access'

interface Dependencies<Person extends Identity> {
  readonly store: Pick<EventStore, 'readEvent'>
  readonly access: Pick<StreamAccess<Person>, 'see'>
}

/** An event by its id, for who may see its stream; one that isn't there and one that isn't theirs look alike. */
export const readSeenEvent = async <Person extends Identity>(
  { store, access }: Dependencies<Person>,
  person: Person,
  eventId: string,
): Promise<RecordedEvent | undefined> => {
  const event = await store.readEvent(eventId)
  return event && (await access.see(person, streamOfEvent(event))) === 'seen' ? event : undefined
}
