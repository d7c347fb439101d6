import type { DomainEvent } from '../events/recorded-event'
import type { StoredStreamType } from '../streams/stored-stream-type'
import type { Process } from './process'
import { processEventTypes } from './process-event-types'
import type { ProcessEvent } from './process-events'
import type { ProcessState } from './process-state'
import { processStreamType } from './process-stream-type'
import type { TakeInput } from './turn'

const bytesOfInstance = 500
const bytesOfRequest = 500

/** A process, and its instances as they are stored. */
export interface ProcessType<State = unknown, OwnEvent extends DomainEvent = DomainEvent>
  extends StoredStreamType<ProcessState<State>, TakeInput, OwnEvent | ProcessEvent, never> {
  readonly process: Process<State, OwnEvent>
}

/** A process with what it takes to run it and to keep its instances. */
export const processType = <State, OwnEvent extends DomainEvent, LogEvent extends DomainEvent>(
  process: Process<State, OwnEvent, LogEvent>,
): ProcessType<State, OwnEvent> => ({
  ...processStreamType(process),
  process: process as unknown as Process<State, OwnEvent>,
  endings: process.endings as ProcessType<State, OwnEvent>['endings'],
  stateVersion: process.stateVersion,
  bytesOf: ({ waitsFor }) => bytesOfInstance + waitsFor.length * bytesOfRequest,
  eventTypes: { ...processEventTypes, ...process.eventTypes } as unknown as ProcessType<
    State,
    OwnEvent
  >['eventTypes'],
})
