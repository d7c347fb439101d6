import * as z from 'zod'
import type { CartEvent } from '../../shop/cart/events'
import { type CartState, initialCart } from '../../shop/cart/state'
import { shopEvents } from '../../shop/wire/events/shop-events'
import { UnreadableEvent } from '../events/unreadable-event'
import { type HistoryFile, historyFile, maxHistoryEvents, toldCartEvent } from './history-file'

/** Why a file can't be looked at as a cart's history. */
export type HistoryProblem =
  | { readonly type: 'NotJson' }
  | { readonly type: 'UnknownFormat' }
  | { readonly type: 'NewerFormat'; readonly formatVersion: number }
  | { readonly type: 'NotOneCart' }
  /** It was cut off, or is a part from the middle: its events aren't 1, 2, 3 and so on to the last it should have. */
  | { readonly type: 'NotWhole' }
  | { readonly type: 'TooLong'; readonly count: number; readonly max: number }
  | { readonly type: 'UnreadableEvent'; readonly index: number; readonly eventType: string }
  | { readonly type: 'Malformed'; readonly path: string; readonly message: string }

/** A cart's history out of a file. */
export interface ReadHistory {
  readonly told: HistoryFile['told']
  readonly before: CartState
  readonly events: readonly CartEvent[]
}

export type HistoryRead =
  | { readonly type: 'read'; readonly history: ReadHistory }
  | { readonly type: 'refused'; readonly problem: HistoryProblem }

/** Reads a history's file, or the JSON export of a whole cart; events of older shapes come in their current ones. */
export const readHistory = (text: string): HistoryRead => {
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
  const events = inCurrentShape(file.events)
  if (!Array.isArray(events)) return refuse(events)
  return told ? fromHistory({ ...told, events }) : fromExport({ ...exported, events })
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

const exportOfCart = z.object({
  manifest: z.object({ source: z.object({ type: z.literal('cart'), cartId: z.string() }) }),
  events: z.array(z.intersection(toldCartEvent, z.object({ version: z.int() }))),
  trailer: z.object({ count: z.int() }),
})

const refuse = (problem: HistoryProblem): HistoryRead => ({ type: 'refused', problem })

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
  streamType: 'cart',
  streamId: '',
  version: 0,
  position: 0,
  metadata: { actor: { kind: 'import', id: 'file' }, correlationId: '', causationId: '', commandId: null },
  occurredAt: '',
  hash: '',
} as const

const inCurrentShape = (events: readonly unknown[]): AnyEvent[] | HistoryProblem => {
  const current: AnyEvent[] = []
  for (const [index, event] of events.entries()) {
    const parsed = anyEvent.safeParse(event)
    if (!parsed.success) return malformed(parsed.error, ['events', index])
    const { type, schemaVersion, data } = parsed.data
    try {
      const upToDate = shopEvents.upcast({ ...nowhere, type, schemaVersion, data })
      current.push({ ...parsed.data, ...shapeOf(upToDate) })
    } catch (error) {
      if (error instanceof UnreadableEvent) return { type: 'UnreadableEvent', index, eventType: type }
      throw error
    }
  }
  return current
}

const shapeOf = ({ type, schemaVersion, data }: ReturnType<typeof shopEvents.upcast>) => ({
  type,
  schemaVersion,
  data: { ...data },
})

const fromHistory = (file: object): HistoryRead => {
  const parsed = historyFile.safeParse(file)
  if (!parsed.success) return refuse(malformed(parsed.error))
  const { told, before, events } = parsed.data
  return { type: 'read', history: { told, before, events } }
}

const fromExport = (file: object): HistoryRead => {
  const source = isOfCart.safeParse(file)
  if (!source.success) return refuse({ type: 'NotOneCart' })
  if (!('trailer' in file)) return refuse({ type: 'NotWhole' })
  const parsed = exportOfCart.safeParse(file)
  if (!parsed.success) return refuse(malformed(parsed.error))
  const { manifest, events, trailer } = parsed.data
  const isWhole =
    trailer.count === events.length && events.every(({ version }, index) => version === index + 1)
  if (!isWhole) return refuse({ type: 'NotWhole' })
  return { type: 'read', history: { told: 'truth', before: initialCart(manifest.source.cartId), events } }
}

const isOfCart = exportOfCart.pick({ manifest: true })

const malformed = ({ issues }: z.ZodError, above: readonly PropertyKey[] = []): HistoryProblem => {
  const [issue] = issues
  const path = [...above, ...(issue?.path ?? [])].map(String).join('.')
  return { type: 'Malformed', path, message: issue?.message ?? '' }
}
