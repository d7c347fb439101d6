import { v5 as uuidv5 } from 'uuid'
import type { DomainEvent, RecordedEvent } from '../events/recorded-event'
import { streamOfEvent } from '../events/stream-name'
import { accept, type Decision } from '../kernel/decider'
import { exhaustive } from '../kernel/exhaustive'
import type { ProcessInput, ProcessRules } from './process'
import type { CommandResult, InputTaken, ProcessAnswer, ProcessEvent, ProcessRequest } from './process-events'
import type { ProcessState } from './process-state'
import type { Ask, Reaction } from './reactions'

/** What an instance is given to react to. */
export type TakeInput =
  | { readonly type: 'TakeEvent'; readonly event: RecordedEvent }
  | { readonly type: 'FireTimer'; readonly id: string; readonly at: string }
  | {
      readonly type: 'TakeAnswer'
      readonly id: string
      readonly answer: CommandResult
      readonly at: string
    }
  | { readonly type: 'FinishEffect'; readonly id: string; readonly answer: object; readonly at: string }

type Turn<OwnEvent extends DomainEvent> = Decision<OwnEvent | ProcessEvent, never>

/**
 * A process as a decider: an input in, what it led to out, the input itself first. What was taken before leads to nothing: an event of
 * the log by its position, an answer by what the instance waits for.
 */
export const takeInput = <State, OwnEvent extends DomainEvent>(
  process: ProcessRules<State, OwnEvent>,
  input: TakeInput,
  state: ProcessState<State>,
): Turn<OwnEvent> => {
  if (input.type === 'TakeEvent') {
    const { event } = input
    if (event.position <= state.takenUpTo) return accept()
    const events = turnOf(process, state, event, event.eventId)
    return events.length > 0 ? accept<OwnEvent | ProcessEvent>(taken(event), ...events) : accept()
  }
  const request = state.waitsFor.find(({ data }) => data.id === input.id)
  const answered = request && answerOf(request, input)
  if (!answered) return accept()
  const waitsFor = state.waitsFor.filter((each) => each !== request)
  const events = turnOf(process, { ...state, waitsFor }, answered, input.id)
  return accept<OwnEvent | ProcessEvent>(answered, ...events)
}

const taken = (event: RecordedEvent): InputTaken => ({
  type: 'InputTaken',
  data: {
    eventId: event.eventId,
    position: event.position,
    type: event.type,
    stream: streamOfEvent(event),
  },
})

/** Undefined where the request is none that is answered so. */
const answerOf = (
  request: ProcessRequest,
  input: Exclude<TakeInput, { type: 'TakeEvent' }>,
): ProcessAnswer | undefined => {
  const { id, name } = request.data
  const { at } = input
  if (input.type === 'FireTimer' && request.type === 'TimerSet') {
    return { type: 'TimerFired', data: { ...request.data, at } }
  }
  if (input.type === 'TakeAnswer' && request.type === 'CommandRequested') {
    return { type: 'CommandAnswered', data: { id, name, answer: input.answer, at } }
  }
  if (input.type === 'FinishEffect' && request.type === 'EffectRequested') {
    return { type: 'EffectDone', data: { id, name, kind: request.data.kind, answer: input.answer, at } }
  }
  return undefined
}

const turns = '5b3c1a7e-9d42-5c8f-8a61-2f4e7d90b3c6'

/**
 * What an input leads to, as events. The ids of what is asked for follow from process, instance and input: whatever is decided again
 * asks for the same thing by the same id.
 */
const turnOf = <State, OwnEvent extends DomainEvent>(
  { streamType, react }: Pick<ProcessRules<State, OwnEvent>, 'streamType' | 'react'>,
  { id, own, waitsFor }: ProcessState<State>,
  input: ProcessInput,
  inputId: string,
): (OwnEvent | ProcessEvent)[] => {
  const turn = uuidv5(`${streamType}/${id}/${inputId}`, turns)
  const given = new Set<string>()
  const idOf = ({ type, name }: Ask): string => {
    const label = `${type}/${name}`
    if (given.has(label)) throw new Error(`${streamType} asked twice for ${label} about one input`)
    given.add(label)
    return uuidv5(label, turn)
  }
  let timers = waitsFor.filter(({ type }) => type === 'TimerSet')
  const cancelled = (name: string): ProcessEvent[] => {
    const found = timers.filter(({ data }) => data.name === name)
    timers = timers.filter((timer) => !found.includes(timer))
    return found.map(({ data }) => ({ type: 'TimerCancelled', data: { id: data.id, name } }))
  }

  return react(input, own).flatMap((reaction): (OwnEvent | ProcessEvent)[] => {
    if (!isAsk(reaction)) return [reaction]
    switch (reaction.type) {
      case 'SetTimer': {
        const { name, dueAt } = reaction
        return [...cancelled(name), { type: 'TimerSet', data: { id: idOf(reaction), name, dueAt } }]
      }
      case 'CancelTimer':
        return cancelled(reaction.name)
      case 'SendCommand': {
        const { name, stream, command } = reaction
        return [{ type: 'CommandRequested', data: { id: idOf(reaction), name, stream, command } }]
      }
      case 'RunEffect': {
        const { name, kind, payload } = reaction
        return [{ type: 'EffectRequested', data: { id: idOf(reaction), name, kind, payload } }]
      }
      default:
        return exhaustive(reaction)
    }
  })
}

const asks: ReadonlySet<string> = new Set<Ask['type']>([
  'SetTimer',
  'CancelTimer',
  'SendCommand',
  'RunEffect',
])

const isAsk = <OwnEvent extends DomainEvent>(reaction: Reaction<OwnEvent>): reaction is Ask =>
  asks.has(reaction.type)
