import type { DomainEvent } from '../events/recorded-event'
import { foldBy } from '../kernel/fold-by'
import type { StreamType } from '../streams/stream-type'
import type { ProcessRules } from './process'
import type { ProcessEvent } from './process-events'
import { evolveProcess, initialProcess, type ProcessState } from './process-state'
import { type TakeInput, takeInput } from './turn'

/** The instances of a process as a type of streams, as browser and server know it. */
export type ProcessStreamType<State, OwnEvent extends DomainEvent> = StreamType<
  ProcessState<State>,
  TakeInput,
  OwnEvent | ProcessEvent,
  never
>

/** A process as a type of streams: each instance is one, to be looked at like any other. */
export const processStreamType = <State, OwnEvent extends DomainEvent, LogEvent extends DomainEvent>(
  given: ProcessRules<State, OwnEvent, LogEvent>,
): ProcessStreamType<State, OwnEvent> => {
  // It is given only what it asks for.
  const process = given as unknown as ProcessRules<State, OwnEvent>
  const evolve = (state: ProcessState<State>, event: OwnEvent | ProcessEvent) =>
    evolveProcess(process, state, event)
  return {
    streamType: process.streamType,
    milestones: (process.milestones ?? process.endings) as ProcessStreamType<State, OwnEvent>['milestones'],
    ownerOf: () => undefined,
    initial: (id) => initialProcess(process, id),
    evolve,
    fold: foldBy(evolve),
    decide: (input, state) => takeInput(process, input, state),
  }
}
