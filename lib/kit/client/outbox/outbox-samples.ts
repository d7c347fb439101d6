import { emptyOutbox, enqueue, type Merge, type Outbox, type Person } from './outbox'
import type { OutboxEntry } from './outbox-entry'

/** What may be asked of the notebooks of these tests. */
export type NoteRequest =
  | { readonly type: 'Write' | 'Erase'; readonly noteId: string; readonly lines: number }
  | { readonly type: 'Revert'; readonly toVersion: number }
  | { readonly type: 'Close' }

export type NoteEntry = OutboxEntry<NoteRequest>

export const write = (lines = 1, noteId = 'pot'): NoteRequest => ({ type: 'Write', noteId, lines })

export const erase = (lines = 1, noteId = 'pot'): NoteRequest => ({ type: 'Erase', noteId, lines })

export const revert = (toVersion: number): NoteRequest => ({ type: 'Revert', toVersion })

export const close: NoteRequest = { type: 'Close' }

/** Someone who signed in. */
export const of = (id: string): Person => ({ id, isGuest: false })

let entries = 0

/** A command of Ada's for `book-1`, for tests. */
export const anEntry = (request: NoteRequest, options: Partial<NoteEntry> = {}): NoteEntry => ({
  commandId: `command-${++entries}`,
  request,
  subject: 'noteId' in request ? request.noteId : undefined,
  issuedAt: '2026-01-01T00:00:00.000Z',
  person: 'ada',
  streamId: 'book-1',
  tried: false,
  ...options,
})

/** Lines written and lines erased make up for each other. */
export const mergeNotes: Merge<NoteEntry> = (waiting, more) => {
  const lines = linesOf(waiting.request) + linesOf(more.request)
  if (lines === 0) return { type: 'none' }
  const request = lines > 0 ? write(lines, more.subject) : erase(-lines, more.subject)
  return { type: 'one', entry: { ...waiting, request } }
}

const linesOf = (request: NoteRequest): number => {
  if (request.type === 'Write') return request.lines
  return request.type === 'Erase' ? -request.lines : 0
}

/** Takes a command in that may be merged with these. */
export const take = (
  outbox: Outbox<NoteEntry>,
  entry: NoteEntry,
  mergeable: ReadonlySet<string> = new Set(),
): Outbox<NoteEntry> => enqueue(outbox, { entry, mergeable }, mergeNotes)

/** The ids of all that is in an outbox. */
export const all = ({ entries }: Outbox): ReadonlySet<string> =>
  new Set(entries.map(({ commandId }) => commandId))

/** Commands one after the other, none merged. */
export const many = (...commands: NoteEntry[]): Outbox<NoteEntry> =>
  commands.reduce<Outbox<NoteEntry>>((outbox, entry) => take(outbox, entry), emptyOutbox)

export const waiting = (...requests: NoteRequest[]): Outbox<NoteEntry> =>
  many(...requests.map((request) => anEntry(request)))
