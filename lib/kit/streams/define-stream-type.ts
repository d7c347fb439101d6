import type { DomainEvent } from '../events/recorded-event'
import { foldBy } from '../kernel/fold-by'
import type { StoredStreamType } from './stored-stream-type'
import type { Typed, Versioned } from './stream-type'

/** What a type of streams can't be without. */
type Needed = 'streamType' | 'initial' | 'evolve' | 'decide' | 'eventTypes'

const bytesOfState = 1_000

/** A type of streams from its rules and its events; what is left out is as simple as it can be. */
export const streamType = <
  State extends Versioned,
  Command,
  Event extends DomainEvent,
  Rejection extends Typed,
>(
  type: Pick<StoredStreamType<State, Command, Event, Rejection>, Needed> &
    Partial<StoredStreamType<State, Command, Event, Rejection>>,
): StoredStreamType<State, Command, Event, Rejection> => ({
  milestones: [],
  endings: [],
  stateVersion: 1,
  ownerOf: () => undefined,
  bytesOf: () => bytesOfState,
  fold: foldBy((state, event) => type.evolve(state, event)),
  ...type,
})
