import type { DomainEvent } from '../../events/recorded-event'
import type { StreamName } from '../../events/stream-name'
import type { CommandOutcome, CommandReused, EventStore } from '../store/event-store'
import { loadStream } from '../store/load'
import type { Handled } from './handled'

/** What a command came to, told (again) with the events it made. */
export const told = async <Event extends DomainEvent, Rejection>(
  store: Pick<EventStore, 'readStream'>,
  stream: StreamName,
  outcome: CommandOutcome | CommandReused,
): Promise<Handled<Event, Rejection>> => {
  if (outcome.type === 'conflict' || outcome.type === 'reused') return outcome
  if (outcome.type === 'rejected') return { type: 'rejected', rejection: outcome.rejection as Rejection }
  const { fromVersion, version, position } = outcome
  const events = version > fromVersion ? await loadStream<Event>(store, stream, fromVersion + 1, version) : []
  return { type: 'accepted', version, position, events }
}
