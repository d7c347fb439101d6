import type { OutboxEntry } from './outbox-entry'

/** What was asked for and isn't in the log yet, in order: one for all tabs of a browser. */
export interface Outbox<Entry extends OutboxEntry = OutboxEntry> {
  /** Grows with every change, so that tabs know which of two is the newer. */
  readonly revision: number
  readonly entries: readonly Entry[]
  /** When a command of a subject was last sent: milliseconds since 1970. */
  readonly sentAt: Readonly<Record<string, number>>
  /** When it was last looked through, by the browser's clock at the time; undefined for never. */
  readonly sweptAt?: number | undefined
}

export const emptyOutbox: Outbox<never> = { revision: 0, entries: [], sentAt: {} }

/** Who is at the page. A guest is who nobody became: what nobody asked for is theirs. */
export interface Person {
  readonly id: string | null
  readonly isGuest: boolean
}

export const nobody: Person = { id: null, isGuest: true }

export const isOf = ({ person }: Pick<OutboxEntry, 'person'>, { id, isGuest }: Person): boolean =>
  person === id || (person === null && isGuest)

/** So long the clicks on one subject are gathered before the next of its commands goes out, in milliseconds. */
export const gatheringMs = 700

const dayMs = 24 * 60 * 60_000

/** Answers are kept so long for tabs whose log is behind; what nobody came back for, so long. */
const answeredMs = 60_000
const forgottenMs = 30 * dayMs

/** What does the same as two commands in a row that are about the same subject. */
export type Merged<Entry extends OutboxEntry> =
  /** The one that waits, altered. */
  | { readonly type: 'one'; readonly entry: Entry }
  /** They take each other back. */
  | { readonly type: 'none' }
  /** Both have to be sent. */
  | { readonly type: 'two' }

export type Merge<Entry extends OutboxEntry> = (waiting: Entry, more: Entry) => Merged<Entry>

/** A command to take in, with what it may be merged with. */
export interface Issued<Entry extends OutboxEntry> {
  readonly entry: Entry
  /** The ids of those on their way that it may be merged with, by what the stream looked like. */
  readonly mergeable: ReadonlySet<string>
}

/** Takes a command in. It is merged into the last one for its subject that still waits, where that may be. */
export const enqueue = <Entry extends OutboxEntry>(
  outbox: Outbox<Entry>,
  { entry, mergeable }: Issued<Entry>,
  merge: Merge<Entry>,
): Outbox<Entry> => {
  const { entries } = outbox
  const at = placeToMerge(entries, entry)
  const waiting = entries[at]
  const merged = waiting && mergeable.has(waiting.commandId) ? merge(waiting, entry) : undefined
  if (!merged || merged.type === 'two') return { ...outbox, entries: [...entries, entry] }
  if (merged.type === 'none') return { ...outbox, entries: entries.toSpliced(at, 1) }
  return { ...outbox, entries: entries.with(at, merged.entry) }
}

/** The last waiting command for the same subject of the same stream; what is about the whole stream stands between. */
const placeToMerge = (
  entries: readonly OutboxEntry[],
  { person, streamId, subject }: OutboxEntry,
): number => {
  for (let at = entries.length - 1; at >= 0; at--) {
    const before = entries[at] as OutboxEntry
    if (before.person !== person || before.streamId !== streamId) continue
    if (before.tried || before.parked || isBarrier(before)) return -1
    if (before.subject === subject) return at
  }
  return -1
}

/** Is it about the whole stream, so that its place among the others matters? */
export const isBarrier = ({ subject }: Pick<OutboxEntry, 'subject'>): boolean => subject === undefined

/** A command is about to be sent. */
export const markSent = <Entry extends OutboxEntry>(
  outbox: Outbox<Entry>,
  commandId: string,
  now: number,
): Outbox<Entry> => {
  const entry = outbox.entries.find((each) => each.commandId === commandId)
  if (!entry || entry.tried) return outbox
  const { subject } = entry
  const recent = Object.entries(outbox.sentAt).filter(([, at]) => Math.abs(now - at) < gatheringMs)
  return {
    ...outbox,
    entries: outbox.entries.map((each) => (each === entry ? { ...each, tried: true } : each)),
    sentAt: { ...Object.fromEntries(recent), ...(subject !== undefined && { [subject]: now }) },
  }
}

/** What is to be sent next, if anything is, is about to be. */
export const markNextSent = <Entry extends OutboxEntry>(
  outbox: Outbox<Entry>,
  person: Person,
  at: number,
  now: number,
): Outbox<Entry> => {
  const step = nextStep(outbox, person, at)
  return step.type === 'send' ? markSent(outbox, step.commandId, now) : outbox
}

/**
 * May a command go out as it is enqueued, before anybody else can know of it? Only where it stands before all others, and
 * for a stream that is there: two who begin one at a time would be two guests.
 */
export const mayGoFirst = (outbox: Outbox, entry: OutboxEntry, person: Person, now: number): boolean => {
  if (entry.streamId === null) return false
  const step = nextStep({ ...outbox, entries: [...outbox.entries, entry] }, person, now)
  return step.type === 'send' && step.commandId === entry.commandId
}

/** Takes in a command that is sent already: nothing can be merged with it. */
export const enqueueSent = <Entry extends OutboxEntry>(
  outbox: Outbox<Entry>,
  entry: Entry,
  now: number,
): Outbox<Entry> => markSent({ ...outbox, entries: [...outbox.entries, entry] }, entry.commandId, now)

/** A command was accepted. It stays until every tab's log can have come so far. */
export const markAccepted = <Entry extends OutboxEntry>(
  outbox: Outbox<Entry>,
  commandId: string,
  { version, streamId }: { readonly version: number; readonly streamId: string },
  now: number,
): Outbox<Entry> => {
  const settle = (entry: Entry): Entry =>
    entry.commandId === commandId ? { ...entry, streamId, answered: { version, at: now } } : entry
  return { ...outbox, entries: outbox.entries.map(settle).filter((entry) => !isAnswerOld(entry, now)) }
}

export const remove = <Entry extends OutboxEntry>(
  outbox: Outbox<Entry>,
  commandId: string,
): Outbox<Entry> => ({
  ...outbox,
  entries: outbox.entries.filter((each) => each.commandId !== commandId),
})

/** What waits behind a command and was decided on what was shown: the command's outcome is part of that. */
export const decidedBehind = <Entry extends OutboxEntry>(
  { entries }: Outbox<Entry>,
  { commandId, person, streamId }: Pick<OutboxEntry, 'commandId' | 'person' | 'streamId'>,
): readonly Entry[] => {
  const at = entries.findIndex((each) => each.commandId === commandId)
  if (at < 0) return []
  return entries
    .slice(at + 1)
    .filter((each) => each.shown && !each.tried && each.person === person && each.streamId === streamId)
}

/** A command was refused: what was shown with it, and decided on, never came to be. */
export const removeRefused = <Entry extends OutboxEntry>(
  outbox: Outbox<Entry>,
  entry: Entry,
): Outbox<Entry> => {
  const gone = new Set([entry, ...decidedBehind(outbox, entry)].map(({ commandId }) => commandId))
  return { ...outbox, entries: outbox.entries.filter(({ commandId }) => !gone.has(commandId)) }
}

/** The stream that was yet to be begun has its id: what waits for it goes there. */
export const assignStream = <Entry extends OutboxEntry>(
  outbox: Outbox<Entry>,
  person: Person,
  streamId: string,
): Outbox<Entry> => {
  const waits = (entry: Entry) => entry.streamId === null && isOf(entry, person)
  if (!outbox.entries.some(waits)) return outbox
  return { ...outbox, entries: outbox.entries.map((each) => (waits(each) ? { ...each, streamId } : each)) }
}

/**
 * As somebody finds it who comes: without what is long settled, or was left behind by somebody else who didn't come back.
 * A browser's clock may be wrong, or put right by years: what counts is for how many days the page was opened here, a
 * day at most each time.
 */
export const withoutExpired = <Entry extends OutboxEntry>(
  outbox: Outbox<Entry>,
  person: Person,
  now: number,
): Outbox<Entry> => {
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

/** Is it still on its way to this stream, as far as its log knows? */
export const isUnconfirmed = (
  entry: Pick<OutboxEntry, 'streamId' | 'answered' | 'parked'>,
  streamId: string | null,
  head: number,
): boolean =>
  entry.streamId === streamId &&
  !entry.parked &&
  (entry.answered === undefined || entry.answered.version > head)

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
  const ms = gatheringMs - (now - (outbox.sentAt[first.subject ?? ''] ?? 0))
  const isGathering = !first.tried && ms > 0 && ms <= gatheringMs
  // Nothing can be merged any more with what stands before one about the whole stream.
  if (!isGathering || rest.some(isBarrier)) {
    return { type: 'send', commandId: first.commandId }
  }
  return { type: 'wait', ms }
}
