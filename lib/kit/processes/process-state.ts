import { bareEvent, type DomainEvent } from '../events/recorded-event'
import type { Versioned } from '../streams/stream-type'
import type { ProcessRules } from './process'
import type { ProcessEvent, ProcessRequest } from './process-events'

/** An instance of a process. */
export interface ProcessState<State> extends Versioned {
  readonly id: string
  /** What the process itself knows. */
  readonly own: State
  /** Where in the log the last input stands that it reacted to. */
  readonly takenUpTo: number
  /** What it asked for and has no answer to. */
  readonly waitsFor: readonly ProcessRequest[]
}

/** An instance before its first input. */
export const initialProcess = <State>(
  { initial }: Pick<ProcessRules<State>, 'initial'>,
  id: string,
): ProcessState<State> => ({ id, own: initial(id), takenUpTo: 0, waitsFor: [], version: 0 })

/** The instance after one more event of its stream. */
export const evolveProcess = <State, OwnEvent extends DomainEvent>(
  { evolve }: Pick<ProcessRules<State, OwnEvent>, 'evolve'>,
  state: ProcessState<State>,
  event: OwnEvent | ProcessEvent,
): ProcessState<State> => ({
  ...state,
  ...(isOfProcesses(event) ? changeOf(state, event) : { own: evolve(state.own, event) }),
  version: state.version + 1,
})

const changeOf = <State>(
  { waitsFor }: ProcessState<State>,
  event: ProcessEvent,
): Partial<ProcessState<State>> => {
  switch (event.type) {
    case 'InputTaken':
      return { takenUpTo: event.data.position }
    case 'TimerSet':
    case 'CommandRequested':
    case 'EffectRequested':
      return { waitsFor: [...waitsFor, bareEvent(event)] }
    case 'TimerFired':
    case 'TimerCancelled':
    case 'CommandAnswered':
    case 'EffectDone':
      return { waitsFor: waitsFor.filter(({ data }) => data.id !== event.data.id) }
  }
}

/** The types of events that all processes have, always in the same order. */
export const eventsOfProcesses: Readonly<Record<ProcessEvent['type'], true>> = {
  InputTaken: true,
  TimerSet: true,
  TimerFired: true,
  TimerCancelled: true,
  CommandRequested: true,
  CommandAnswered: true,
  EffectRequested: true,
  EffectDone: true,
}

/** Is it one of the events that all processes have? */
export const isOfProcesses = (event: { readonly type: string }): event is ProcessEvent =>
  Object.hasOwn(eventsOfProcesses, event.type)

/** The types of events by which a process asks for something. */
export const requestTypes: readonly ProcessRequest['type'][] = [
  'TimerSet',
  'CommandRequested',
  'EffectRequested',
]

const requests: ReadonlySet<string> = new Set(requestTypes)

/** Does a process ask for something in events of this type? */
export const isRequestType = (type: string): boolean => requests.has(type)
