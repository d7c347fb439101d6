import { canonicalJson } from '../events/canonical-json'
import { bareEvent, type DomainEvent, type RecordedEvent } from '../events/recorded-event'
import type { InputTaken, ProcessAnswer } from './process-events'
import type { ProcessState } from './process-state'
import type { ProcessType } from './process-type'
import type { TakeInput } from './turn'

/** An input about which the rules would decide otherwise than is stored. */
export interface Difference {
  readonly instance: string
  readonly input: Pick<RecordedEvent, 'type' | 'eventId' | 'position'>
  readonly stored: readonly DomainEvent[]
  /** What they make of it now, or what they throw. */
  readonly now: readonly DomainEvent[] | string
}

interface Open {
  readonly event: RecordedEvent
  /** Does it lead to nothing on a state that it may have met? */
  isSilent: boolean
}

interface Played {
  state: ProcessState<unknown>
  /** What was appended together, its input first, and not yet gone through. */
  turn: RecordedEvent[]
  /** Inputs that the stream has nothing of so far. */
  open: Open[]
}

/**
 * Plays the stored history of a process against its rules as they are: each input of the log and each event of its streams, in the log's
 * order. An input that the stream has nothing of may have been decided on any state between those that were taken before and after it.
 */
export const createHistoryCheck = (type: ProcessType) => {
  const inputTypes: ReadonlySet<string> = new Set(type.process.inputs)
  const instances = new Map<string, Played>()
  let inputs = 0

  const playedOf = (instance: string): Played => {
    const played = instances.get(instance) ?? { state: type.initial(instance), turn: [], open: [] }
    instances.set(instance, played)
    return played
  }

  const decide = (input: TakeInput, state: ProcessState<unknown>): Difference['now'] => {
    try {
      const decision = type.decide(input, state)
      return decision.type === 'accepted' ? decision.events : []
    } catch (error) {
      return String(error)
    }
  }

  const look = (instance: string, { event }: Open): Difference['now'] =>
    decide({ type: 'TakeEvent', event }, playedOf(instance).state)

  const differenceOf = (instance: string, open: Open): Difference => ({
    instance,
    input: open.event,
    stored: [],
    now: look(instance, open),
  })

  /** Goes through what was appended together. */
  const close = (instance: string): Difference | undefined => {
    const played = playedOf(instance)
    const [first] = played.turn
    if (!first) return undefined
    const stored = played.turn.map(bareEvent<DomainEvent>)
    played.turn = []
    const before = played.state
    inputs++
    let input: Difference['input'] = first
    let taken: TakeInput | undefined
    if (first.type === 'InputTaken') {
      const { position } = (first as InputTaken & RecordedEvent).data
      const missed = played.open.find(({ event, isSilent }) => event.position < position && !isSilent)
      if (missed) return differenceOf(instance, missed)
      const found = played.open.find(({ event }) => event.position === position)
      played.open = played.open.filter(({ event }) => event.position > position)
      if (found) {
        input = found.event
        taken = { type: 'TakeEvent', event: found.event }
      }
    } else taken = answered(first as unknown as ProcessAnswer)
    // What can't be found any more can't be decided again.
    const now = taken ? decide(taken, before) : stored
    if (typeof now === 'string' || canonicalJson(now) !== canonicalJson(stored)) {
      return { instance, input, stored, now }
    }
    played.state = type.fold(before, stored as never)
    for (const each of played.open) each.isSilent ||= isNothing(look(instance, each))
    return undefined
  }

  return {
    /** The next event of the log, but no input that wasn't decided about: the first difference that it shows. */
    next: (event: RecordedEvent): Difference | undefined => {
      if (event.streamType === type.streamType) {
        const begins = isInput(event)
        const difference = begins ? close(event.streamId) : undefined
        playedOf(event.streamId).turn.push(event)
        return difference
      }
      const instance = inputTypes.has(event.type) ? type.process.instanceOf(event) : undefined
      if (instance === undefined) return undefined
      const difference = close(instance)
      const open: Open = { event, isSilent: false }
      open.isSilent = isNothing(look(instance, open))
      playedOf(instance).open.push(open)
      return difference
    },
    /** There is no more: the first difference that is left. */
    end: (): Difference | undefined => {
      for (const [instance, played] of instances) {
        const difference = close(instance)
        if (difference) return difference
        const missed = played.open.find(({ isSilent }) => !isSilent)
        if (missed) return differenceOf(instance, missed)
      }
      return undefined
    },
    /** How many instances and inputs were gone through. */
    counts: () => ({ instances: instances.size, inputs }),
  }
}

const isNothing = (now: Difference['now']): boolean => typeof now !== 'string' && now.length === 0

const begins: ReadonlySet<string> = new Set<(InputTaken | ProcessAnswer)['type']>([
  'InputTaken',
  'TimerFired',
  'CommandAnswered',
  'EffectDone',
])
const isInput = ({ type }: RecordedEvent): boolean => begins.has(type)

const answered = ({ type, data }: ProcessAnswer): TakeInput => {
  const { id, at } = data
  switch (type) {
    case 'TimerFired':
      return { type: 'FireTimer', id, at }
    case 'CommandAnswered':
      return { type: 'TakeAnswer', id, at, answer: data.answer }
    case 'EffectDone':
      return { type: 'FinishEffect', id, at, answer: data.answer }
  }
}
