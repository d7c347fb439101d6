import type { RecordedEvent } from '../../events/recorded-event'
import { type StreamName, streamOfEvent } from '../../events/stream-name'
import type { StoredStreamTypes } from '../../streams/stored-stream-types'
import type { Identity } from '../../wire/identity'
import type { EventStore } from '../store/event-store'
import type { AccessPolicy } from './access-policy'
import { createOwners } from './owners'

/** What somebody who asks for a stream gets to hear. One that is not there and one that is not theirs look alike. */
export type Sight = 'seen' | 'absent' | 'unknownType'

/** The one place that is asked who may see and send what. */
export interface StreamAccess<Person extends Identity = Identity> {
  readonly see: (person: Person | undefined, stream: StreamName) => Promise<Sight>
  /** The same of a stream whose first event is at hand. */
  readonly maySeeBegunBy: (person: Person, first: RecordedEvent) => boolean
  /** May this person send a command of this type to the stream? One that is yet to begin is nobody's. */
  readonly maySend: (person: Person, stream: StreamName, commandType: string) => Promise<boolean>
  /** The types of streams of which this person may see any at all. */
  readonly typesSeenBy: (person: Person) => readonly string[]
}

interface Dependencies<Person extends Identity> {
  readonly store: Pick<EventStore, 'readStream'>
  readonly types: StoredStreamTypes
  readonly policy: AccessPolicy<Person>
}

/** Asks an application's policy, with whose stream it is as the log has it. */
export const createAccess = <Person extends Identity>({
  store,
  types,
  policy,
}: Dependencies<Person>): StreamAccess<Person> => {
  const owners = createOwners(store, types)
  return {
    see: async (person, stream) => {
      if (!types.named(stream.type)) return 'unknownType'
      if (!person) return 'absent'
      const found = await owners.find(stream)
      return found && policy.maySee(person, { stream, owner: found.owner }) ? 'seen' : 'absent'
    },
    maySeeBegunBy: (person, first) => {
      const { owner } = owners.tellBy(first)
      return policy.maySee(person, { stream: streamOfEvent(first), owner })
    },
    maySend: async (person, stream, commandType) => {
      const found = await owners.find(stream)
      return policy.maySend(person, { stream, owner: found?.owner }, commandType)
    },
    typesSeenBy: policy.typesSeenBy,
  }
}
