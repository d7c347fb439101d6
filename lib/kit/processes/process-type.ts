import type { DomainEvent } from '../events/recorded-event'
import type { StoredStreamType } from '../streams/stored-stream-type'
import type { Process } from './process'
import { processEventTypes } from './process-event-types'
import type { ProcessEvent } from './process-events'
import { evolveProcess, initialProcess, type ProcessState } from './process-state'
import { type TakeInput, takeInput } from './turn'

const bytesOfInstance = 500
const bytesOfRequest = 500

/** The type of streams that a process's instances are. */
export interface ProcessType<State = unknown, OwnEvent extends DomainEvent = DomainEvent>
  extends StoredStreamType<ProcessState<State>, TakeInput, OwnEvent | ProcessEvent, never> {
  readonly process: Process<State, OwnEvent>
}

/** A process as a type of streams: each instance is one, to be looked at like any other. */
export const processType = <State, OwnEvent extends DomainEvent, LogEvent extends DomainEvent>(
  given: Process<State, OwnEvent, LogEvent>,
): ProcessType<State, OwnEvent> => {
  // It is given only what it asks for.
  const process = given as unknown as Process<State, OwnEvent>
  const evolve = (state: ProcessState<State>, event: OwnEvent | ProcessEvent) =>
    evolveProcess(process, state, event)
  const endings = process.endings as ProcessType<State, OwnEvent>['endings']
  return {
    process,
    streamType: process.streamType,
    milestones: endings,
    endings,
    stateVersion: process.stateVersion,
    ownerOf: () => undefined,
    bytesOf: ({ waitsFor }) => bytesOfInstance + waitsFor.length * bytesOfRequest,
    initial: (id) => initialProcess(process, id),
    evolve,
    fold: (state, events) => {
      let folded = state
      for (const event of events) folded = evolve(folded, event)
      return folded
    },
    decide: (input, state) => takeInput(process, input, state),
    eventTypes: { ...processEventTypes, ...process.eventTypes } as unknown as ProcessType<
      State,
      OwnEvent
    >['eventTypes'],
  }
}
