import { isRecord } from '@/lib/kit/history/diff'
import { exhaustive } from '@/lib/kit/kernel/exhaustive'
import type { CommandResult, ProcessEvent, ProcessRequest } from '@/lib/kit/processes/process-events'
import { formatCount, formatDateTime } from '../../ui/format'
import { sentenceCase } from '../../ui/sentence-case'
import { shortId } from '../../ui/short-id'
import { type HintOf, shortValues } from '../view/plain-sentence'
import type { StreamReference } from '../view/stream-view'
import { typeWords } from '../view/type-words'
import type { ProcessWords } from './process-words'

/** What a process asked for, by the ids under which it is answered. */
export type Requests = ReadonlyMap<string, ProcessRequest>

type Asks = ProcessWords['asks']

/** A timer that fired this much later than it was due is told to be late. */
const lateMs = 1_000

/** What is asked for under a name, as one would call it. */
export const askedWords = (asks: Asks, { type, data }: ProcessRequest): string => {
  const own = Object.hasOwn(asks, data.name) ? asks[data.name] : undefined
  if (own !== undefined) return own
  switch (type) {
    case 'TimerSet':
      return `the timer “${nameWords(data.name)}”`
    case 'CommandRequested':
      return `“${typeWords(data.command.type)}”`
    case 'EffectRequested':
      return `“${nameWords(data.kind)}”`
    default:
      return exhaustive(type)
  }
}

/** What happened to a process, of what befalls all of them. Times are in UTC, the same to all who read it. */
export const processSentence = (
  event: ProcessEvent,
  requests: Requests,
  asks: Asks,
  hintOf: HintOf,
): string => {
  const asked = (data: { readonly id: string; readonly name: string }): string => {
    const request = requests.get(data.id)
    return sentenceCase(request ? askedWords(asks, request) : `“${nameWords(data.name)}”`)
  }
  switch (event.type) {
    case 'InputTaken': {
      const { type, stream } = event.data
      return `Reacts to “${typeWords(type)}” of ${stream.type} ${shortId(stream.id)}`
    }
    case 'TimerSet':
      return `${asked(event.data)}: set for ${utc(event.data.dueAt)}`
    case 'TimerFired':
      return `${asked(event.data)}: the time has come${lateWords(event.data)}`
    case 'TimerCancelled':
      return `${asked(event.data)}: not any more`
    case 'CommandRequested': {
      const { stream } = event.data
      return `${asked(event.data)}: sent to ${stream.type} ${shortId(stream.id)}`
    }
    case 'CommandAnswered':
      return `${asked(event.data)}: ${resultWords(event.data.answer, hintOf)}`
    case 'EffectRequested':
      return [`${asked(event.data)}: begun`, ...shortValues(event.data.payload, hintOf)].join(', ')
    case 'EffectDone':
      return [`${asked(event.data)}: done`, ...shortValues(event.data.answer, hintOf)].join(', ')
    default:
      return exhaustive(event)
  }
}

/** The stream of an input, and that of a command at the version to which it led. */
export const processReferences = (event: ProcessEvent, requests: Requests): readonly StreamReference[] => {
  if (event.type === 'InputTaken' || event.type === 'CommandRequested') return [{ stream: event.data.stream }]
  if (event.type !== 'CommandAnswered') return []
  const request = requests.get(event.data.id)
  if (request?.type !== 'CommandRequested') return []
  const { answer } = event.data
  return [{ stream: request.data.stream, version: answer.type === 'accepted' ? answer.version : undefined }]
}

const utc = (iso: string): string => `${formatDateTime(iso, 'UTC')} UTC`

/** A name as words, written as programs write names: post-letter is "Post letter". */
const nameWords = (name: string): string => sentenceCase(typeWords(name).replaceAll(/[-_]/g, ' '))

const lateWords = ({ dueAt, at }: { readonly dueAt: string; readonly at: string }): string => {
  const ms = Date.parse(at) - Date.parse(dueAt)
  return ms < lateMs ? '' : `, ${formatCount(Math.floor(ms / 1_000))} s after it was due`
}

const resultWords = (answer: CommandResult, hintOf: HintOf): string => {
  if (answer.type === 'accepted') return `accepted, at version ${formatCount(answer.version)}`
  const { type, ...rest } = answer.rejection
  return [
    `refused, ${typeWords(type).toLowerCase()}`,
    ...(isRecord(rest) ? shortValues(rest, hintOf) : []),
  ].join(': ')
}
