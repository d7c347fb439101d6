import { Workflow } from 'lucide-react'
import type { DomainEvent } from '@/lib/kit/events/recorded-event'
import type { ProcessRequest } from '@/lib/kit/processes/process-events'
import {
  eventsOfProcesses,
  isOfProcesses,
  isRequestType,
  type ProcessState,
} from '@/lib/kit/processes/process-state'
import type { SearchableType } from '@/lib/kit/wire/searchable-type'
import { plainKind } from '../view/plain-kind'
import { plainSentence } from '../view/plain-sentence'
import { type PlainWords, plainView } from '../view/plain-view'
import type { StreamView } from '../view/stream-view'
import { typeWords } from '../view/type-words'
import { processKinds } from './process-kinds'
import { processPanel } from './process-panel'
import { processReferences, processSentence, type Requests } from './process-sentence'
import type { ProcessWords } from './process-words'

type View = StreamView<ProcessState<unknown>, DomainEvent, never, Requests>

/** Is it the type of a process's instances? */
export const isProcess = ({ eventNames }: Pick<SearchableType, 'eventNames'>): boolean =>
  Object.keys(eventsOfProcesses).every((name) => eventNames.includes(name))

/**
 * How the instances of a process are shown: what it reacted to, what it asked for and was answered, and what it waits for. What is its own
 * is told in its own words where it has some.
 */
export const processView = (type: SearchableType, words: PlainWords, own?: ProcessWords): View => {
  const plain = plainView(type, words)
  const noun = own?.noun ?? typeWords(type.streamType).toLowerCase()
  const asks = own?.asks ?? {}
  const ownNames = type.eventNames.filter((name) => !isOfProcesses({ type: name }))
  return {
    ...plain,
    noun,
    owner: { name: 'process', icon: Workflow },
    asks,
    beforeFirst: `What this ${noun} reacts to, and what it asks for, is written down here the moment it happens.`,
    kinds: {
      ...Object.fromEntries(ownNames.map((name) => [name, own?.kinds[name] ?? plainKind(name)])),
      ...processKinds,
    },
    namesOf: ({ waitsFor }, events) =>
      new Map([...waitsFor, ...events.filter(isRequest)].map((request) => [request.data.id, request])),
    sentence: (event, requests) => {
      if (isOfProcesses(event)) {
        return own?.tell?.(event) ?? processSentence(event, requests, asks, words.hintOf)
      }
      return own ? own.sentence(event) : plainSentence(event, words.hintOf)
    },
    refersTo: (event, requests) => (isOfProcesses(event) ? processReferences(event, requests) : []),
    // What comes in rises, what is asked for falls.
    weightOf: (name, event) => {
      if (!isOfProcesses({ type: name })) return plain.weightOf(name, event)
      return isAnswer(name) ? { rise: 1, fall: 0 } : { rise: 0, fall: 1 }
    },
    Panel: processPanel(own?.Own),
    loadStateView: async () => (await import('./process-state-view')).processStateView(words.hintOf),
  }
}

const isRequest = (event: DomainEvent): event is ProcessRequest => isRequestType(event.type)

const isAnswer = (type: string): boolean => !isRequestType(type) && type !== 'TimerCancelled'
