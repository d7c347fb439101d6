import * as z from 'zod'
import type { DomainEvent } from '../events/recorded-event'
import { UnreadableEvent } from '../events/unreadable-event'
import type { Versioned } from '../streams/stream-type'
import {
  type FiledType,
  type HistoryOrigin,
  historyFileOf,
  maxHistoryEvents,
  toldEventOf,
} from './history-file'

/** Why a file can't be looked at as a stream's history. */
export type HistoryProblem =
  | { readonly type: 'NotJson' }
  | { readonly type: 'UnknownFormat' }
  | { readonly type: 'NewerFormat'; readonly formatVersion: number }
  /** It is an export of the log, or of a stream of another type. */
  | { readonly type: 'NotOneStream' }
  /** It was cut off, or is a part from the middle: its events aren't 1, 2, 3 and so on to the last it should have. */
  | { readonly type: 'NotWhole' }
  | { readonly type: 'TooLong'; readonly count: number; readonly max: number }
  | { readonly type: 'UnreadableEvent'; readonly index: number; readonly eventType: string }
  | { readonly type: 'Malformed'; readonly path: string; readonly message: string }

/** A stream's history out of a file. */
export interface ReadHistory<State extends Versioned = Versioned, Event extends DomainEvent = DomainEvent> {
  readonly told: HistoryOrigin['told']
  readonly before: State
  readonly events: readonly Event[]
}

type Refused = { readonly type: 'refused'; readonly problem: HistoryProblem }

export type HistoryRead<State extends Versioned = Versioned, Event extends DomainEvent = DomainEvent> =
  | { readonly type: 'read'; readonly history: ReadHistory<State, Event> }
  | Refused

/** Reads a history's file, or the JSON export of a whole stream; events of older shapes come in their current ones. */
export const readHistory = <State extends Versioned, Event extends DomainEvent>(
  type: FiledType<State, Event>,
  text: string,
): HistoryRead<State, Event> => {
  const json = parseJson(text)
  if (json === undefined) return refuse({ type: 'NotJson' })
  const told = anyHistory.safeParse(json).data
  const exported = anyExport.safeParse(json).data
  const file = told ?? exported
  const version = told ?? exported?.manifest
  if (!file || !version) return refuse({ type: 'UnknownFormat' })
  const { formatVersion } = version
  if (formatVersion !== 1) return refuse({ type: 'NewerFormat', formatVersion })
  const count = file.events.length
  if (count > maxHistoryEvents) return refuse({ type: 'TooLong', count, max: maxHistoryEvents })
  const events = inCurrentShape(type, file.events)
  if (!Array.isArray(events)) return refuse(events)
  return told ? fromHistory(type, { ...told, events }) : fromExport(type, { ...exported, events })
}

const anyEvent = z.looseObject({
  type: z.string(),
  schemaVersion: z.int().min(1),
  data: z.record(z.string(), z.unknown()),
})
type AnyEvent = z.infer<typeof anyEvent>

const anyHistory = z.looseObject({
  format: z.literal('hindsight-history'),
  formatVersion: z.int(),
  events: z.array(z.unknown()),
})

const anyExport = z.looseObject({
  manifest: z.looseObject({ format: z.literal('hindsight-export'), formatVersion: z.int() }),
  events: z.array(z.unknown()),
})

const refuse = (problem: HistoryProblem): Refused => ({ type: 'refused', problem })

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Stands for where an event was recorded: a file needn't say. */
const nowhere = {
  eventId: '',
  streamType: '',
  streamId: '',
  version: 0,
  position: 0,
  metadata: { actor: { kind: 'import', id: 'file' }, correlationId: '', causationId: '', commandId: null },
  occurredAt: '',
  hash: '',
} as const

const inCurrentShape = (
  { registry }: Pick<FiledType<Versioned, DomainEvent>, 'registry'>,
  events: readonly unknown[],
): AnyEvent[] | HistoryProblem => {
  const current: AnyEvent[] = []
  for (const [index, event] of events.entries()) {
    const parsed = anyEvent.safeParse(event)
    if (!parsed.success) return malformed(parsed.error, ['events', index])
    const { type, schemaVersion, data } = parsed.data
    try {
      const upToDate = registry.upcast({ ...nowhere, type, schemaVersion, data })
      current.push({
        ...parsed.data,
        type: upToDate.type,
        schemaVersion: upToDate.schemaVersion,
        data: { ...upToDate.data },
      })
    } catch (error) {
      if (error instanceof UnreadableEvent) return { type: 'UnreadableEvent', index, eventType: type }
      throw error
    }
  }
  return current
}

const fromHistory = <State extends Versioned, Event extends DomainEvent>(
  type: FiledType<State, Event>,
  file: object,
): HistoryRead<State, Event> => {
  const parsed = historyFileOf(type).safeParse(file)
  if (!parsed.success) return refuse(malformed(parsed.error))
  const { told, before, events } = parsed.data
  return { type: 'read', history: { told, before, events } }
}

const fromExport = <State extends Versioned, Event extends DomainEvent>(
  { initial, eventTypes, source }: FiledType<State, Event>,
  file: object,
): HistoryRead<State, Event> => {
  const manifest = z.object({ manifest: z.object({ source }) })
  const from = manifest.safeParse(file)
  if (!from.success) return refuse({ type: 'NotOneStream' })
  if (!('trailer' in file)) return refuse({ type: 'NotWhole' })
  const recorded = z.intersection(toldEventOf(eventTypes), z.object({ version: z.int() }))
  const parsed = z
    .object({ events: z.array(recorded), trailer: z.object({ count: z.int() }) })
    .safeParse(file)
  if (!parsed.success) return refuse(malformed(parsed.error))
  const { events, trailer } = parsed.data
  const isWhole =
    trailer.count === events.length && events.every(({ version }, index) => version === index + 1)
  if (!isWhole) return refuse({ type: 'NotWhole' })
  const before = initial(from.data.manifest.source)
  return { type: 'read', history: { told: 'truth', before, events } }
}

const malformed = ({ issues }: z.ZodError, above: readonly PropertyKey[] = []): HistoryProblem => {
  const [issue] = issues
  const path = [...above, ...(issue?.path ?? [])].map(String).join('.')
  return { type: 'Malformed', path, message: issue?.message ?? '' }
}
