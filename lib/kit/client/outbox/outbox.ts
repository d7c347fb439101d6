import { coalesce, productOf } from '../../../shop/cart/client/coalesce'
import type { CartItem } from '../../../shop/cart/state'
import type { CartRequest } from '../../../shop/cart/wire/commands'
import type { PendingCommand } from './pending'

/** A command in the outbox: it waits, was tried, or was answered. */
export interface OutboxEntry extends PendingCommand {
  /** Who asked for it; null before they were anybody. */
  readonly person: string | null
  /** The cart it is for; null for the person's open cart, or one that is yet to be begun. */
  readonly cartId: string | null
  /** How its product is called, to tell of it. */
  readonly productName?: string | undefined
  /** The lines that were shown when it was decided to close the cart, to tell what is new if they are others by then. */
  readonly shown?: readonly CartItem[] | undefined
  /** What was tried once is never altered: the server may know it. */
  readonly tried: boolean
  /** The version it was accepted at; undefined while there is no answer. */
  readonly answered?: { readonly version: number; readonly at: number } | undefined
  /** The shop fails on it: it is kept, and sent again only when somebody asks for that. */
  readonly parked?: boolean | undefined
  /** So long it has been kept for somebody who didn't come back, in milliseconds. */
  readonly keptMs?: number | undefined
}

/** What was asked for and isn't in the log yet, in order: one for all tabs of a browser. */
export interface Outbox {
  /** Grows with every change, so that tabs know which of two is the newer. */
  readonly revision: number
  readonly entries: readonly OutboxEntry[]
  /** When a command of a product was last sent: milliseconds since 1970. */
  readonly sentAt: Readonly<Record<string, number>>
  /** When it was last looked through, by the browser's clock at the time; undefined for never. */
  readonly sweptAt?: number | undefined
}

export const emptyOutbox: Outbox = { revision: 0, entries: [], sentAt: {} }

/** Who is at the page. A guest is who nobody became: what nobody asked for is theirs. */
export interface Person {
  readonly id: string | null
  readonly isGuest: boolean
}

export const nobody: Person = { id: null, isGuest: true }

export const isOf = ({ person }: Pick<OutboxEntry, 'person'>, { id, isGuest }: Person): boolean =>
  person === id || (person === null && isGuest)

/** So long the clicks on one product are gathered before the next of its commands goes out, in milliseconds. */
export const gatheringMs = 700

const dayMs = 24 * 60 * 60_000

/** Answers are kept so long for tabs whose log is behind; what nobody came back for, so long. */
const answeredMs = 60_000
const forgottenMs = 30 * dayMs

/**
 * Takes a command in. It is merged into the last one for its product that still waits, if that is one of those
 * given: those it may be merged with by what the cart looked like.
 */
export const issued = (outbox: Outbox, entry: OutboxEntry, mergeable: ReadonlySet<string>): Outbox => {
  const { entries } = outbox
  const at = placeToMerge(entries, entry)
  const waiting = entries[at]
  const merged =
    waiting && mergeable.has(waiting.commandId) ? coalesce(waiting.request, entry.request) : undefined
  if (!waiting || !merged || merged.type === 'two') return { ...outbox, entries: [...entries, entry] }
  if (merged.type === 'none') return { ...outbox, entries: entries.toSpliced(at, 1) }
  const product = entry.product ?? waiting.product
  return { ...outbox, entries: entries.with(at, { ...waiting, request: merged.request, product }) }
}

/** The last waiting command for the same product of the same cart; what is about the whole cart stands between. */
const placeToMerge = (entries: readonly OutboxEntry[], { person, cartId, request }: OutboxEntry): number => {
  for (let at = entries.length - 1; at >= 0; at--) {
    const before = entries[at] as OutboxEntry
    if (before.person !== person || before.cartId !== cartId) continue
    if (before.tried || before.parked || isBarrier(before.request)) return -1
    if (productOf(before.request) === productOf(request)) return at
  }
  return -1
}

/** Is it about the whole cart, so that its place among the others matters? */
export const isBarrier = (request: CartRequest): boolean => productOf(request) === undefined

/** A command is about to be sent. */
export const tried = (outbox: Outbox, commandId: string, now: number): Outbox => {
  const entry = outbox.entries.find((each) => each.commandId === commandId)
  if (!entry || entry.tried) return outbox
  const product = productOf(entry.request)
  const recent = Object.entries(outbox.sentAt).filter(([, at]) => Math.abs(now - at) < gatheringMs)
  return {
    ...outbox,
    entries: outbox.entries.map((each) => (each === entry ? { ...each, tried: true } : each)),
    sentAt: { ...Object.fromEntries(recent), ...(product !== undefined && { [product]: now }) },
  }
}

/** What is to be sent next, if anything is, is about to be. */
export const begun = (outbox: Outbox, person: Person, at: number, now: number): Outbox => {
  const step = nextStep(outbox, person, at)
  return step.type === 'send' ? tried(outbox, step.commandId, now) : outbox
}

/**
 * May a command go out as it is issued, before anybody else can know of it? Only where it stands before all others, and
 * for a cart that is there: two who begin one at a time would be two guests.
 */
export const leads = (outbox: Outbox, entry: OutboxEntry, person: Person, now: number): boolean => {
  if (entry.cartId === null) return false
  const step = nextStep({ ...outbox, entries: [...outbox.entries, entry] }, person, now)
  return step.type === 'send' && step.commandId === entry.commandId
}

/** Takes in a command that is sent already: nothing can be merged with it. */
export const led = (outbox: Outbox, entry: OutboxEntry, now: number): Outbox =>
  tried({ ...outbox, entries: [...outbox.entries, entry] }, entry.commandId, now)

/** A command was accepted. It stays until every tab's log can have come so far. */
export const accepted = (
  outbox: Outbox,
  commandId: string,
  { version, cartId }: { readonly version: number; readonly cartId: string },
  now: number,
): Outbox => {
  const settle = (entry: OutboxEntry): OutboxEntry =>
    entry.commandId === commandId ? { ...entry, cartId, answered: { version, at: now } } : entry
  return { ...outbox, entries: outbox.entries.map(settle).filter((entry) => !isAnswerOld(entry, now)) }
}

export const removed = (outbox: Outbox, commandId: string): Outbox => ({
  ...outbox,
  entries: outbox.entries.filter((each) => each.commandId !== commandId),
})

/** Closings that wait behind a command: its outcome is part of what was seen. */
export const closingsBehind = (
  { entries }: Outbox,
  { commandId, person, cartId }: Pick<OutboxEntry, 'commandId' | 'person' | 'cartId'>,
): readonly OutboxEntry[] => {
  const at = entries.findIndex((each) => each.commandId === commandId)
  if (at < 0) return []
  return entries
    .slice(at + 1)
    .filter((each) => each.shown && !each.tried && each.person === person && each.cartId === cartId)
}

/** A command was refused: what was seen with it and was to be closed so wasn't so. */
export const refused = (outbox: Outbox, entry: OutboxEntry): Outbox => {
  const gone = new Set([entry, ...closingsBehind(outbox, entry)].map(({ commandId }) => commandId))
  return { ...outbox, entries: outbox.entries.filter(({ commandId }) => !gone.has(commandId)) }
}

/** The cart that was yet to be begun has its id: what waits for it goes there. */
export const opened = (outbox: Outbox, person: Person, cartId: string): Outbox => {
  const waits = (entry: OutboxEntry) => entry.cartId === null && isOf(entry, person)
  if (!outbox.entries.some(waits)) return outbox
  return { ...outbox, entries: outbox.entries.map((each) => (waits(each) ? { ...each, cartId } : each)) }
}

/**
 * As somebody finds it who comes: without what is long settled, or was left behind by somebody else who didn't come back.
 * A browser's clock may be wrong, or put right by years: what counts is for how many days the shop was opened here, a
 * day at most each time.
 */
export const swept = (outbox: Outbox, person: Person, now: number): Outbox => {
  if (outbox.entries.length === 0) return outbox
  const passed = Math.min(Math.max(now - (outbox.sweptAt ?? now), 0), dayMs)
  const entries = outbox.entries
    .filter((entry) => !isAnswerOld(entry, now))
    .map((entry) => ({ ...entry, keptMs: isOf(entry, person) ? 0 : (entry.keptMs ?? 0) + passed }))
    .filter(({ keptMs }) => keptMs < forgottenMs)
  return { ...outbox, entries, sweptAt: now }
}

/** A time that is still to come was told by a clock that was wrong. */
const isAnswerOld = ({ answered }: OutboxEntry, now: number): boolean =>
  answered !== undefined && Math.abs(now - answered.at) > answeredMs

/** Is it still on its way to this cart, as far as its log knows? */
export const isUnconfirmed = (
  entry: Pick<OutboxEntry, 'cartId' | 'answered' | 'parked'>,
  cartId: string | null,
  head: number,
): boolean =>
  entry.cartId === cartId && !entry.parked && (entry.answered === undefined || entry.answered.version > head)

export type NextStep =
  | { readonly type: 'send'; readonly commandId: string }
  /** More clicks may come yet. */
  | { readonly type: 'wait'; readonly ms: number }
  | { readonly type: 'idle' }

/** What is to be done for a person's commands, which go out one after the other. */
export const nextStep = (outbox: Outbox, person: Person, now: number): NextStep => {
  const waiting = outbox.entries.filter((entry) => !entry.answered && !entry.parked && isOf(entry, person))
  const [first, ...rest] = waiting
  if (!first) return { type: 'idle' }
  const ms = gatheringMs - (now - (outbox.sentAt[productOf(first.request) ?? ''] ?? 0))
  const isGathering = !first.tried && ms > 0 && ms <= gatheringMs
  // Nothing can be merged any more with what stands before a checkout.
  if (!isGathering || rest.some(({ request }) => isBarrier(request))) {
    return { type: 'send', commandId: first.commandId }
  }
  return { type: 'wait', ms }
}
