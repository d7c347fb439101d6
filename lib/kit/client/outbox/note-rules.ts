import type { StreamType } from '../../streams/stream-type'
import type { CommandTypes } from './command-types'
import type { OutboxRules } from './outbox-rules'
import { mergeNotes, type NoteEntry, type NoteRequest } from './outbox-samples'

/** How many lines a note of these tests takes. */
export const mostLines = 10

export interface Notebook {
  readonly isOpen: boolean
  /** How many lines each note has. */
  readonly notes: Readonly<Record<string, number>>
  readonly version: number
}

export type NotebookEvent =
  | { readonly type: 'NotebookOpened'; readonly data: object }
  | { readonly type: 'LinesChanged'; readonly data: { readonly noteId: string; readonly lines: number } }

type NotebookCommand =
  | { readonly type: 'Open' }
  | { readonly type: 'Change'; readonly noteId: string; readonly lines: number }

interface TooLong {
  readonly type: 'TooLong'
  readonly lines: number
}

const evolve = (state: Notebook, event: NotebookEvent): Notebook => {
  const version = state.version + 1
  if (event.type === 'NotebookOpened') return { ...state, isOpen: true, version }
  const { noteId, lines } = event.data
  return { ...state, notes: { ...state.notes, [noteId]: lines }, version }
}

const notebook: StreamType<Notebook, NotebookCommand, NotebookEvent, TooLong> = {
  streamType: 'notebook',
  milestones: ['NotebookOpened'],
  ownerOf: () => undefined,
  initial: () => ({ isOpen: false, notes: {}, version: 0 }),
  evolve,
  fold: (state, events) => [...events].reduce(evolve, state),
  decide: (command, state) => {
    if (command.type === 'Open') return { type: 'accepted', events: [{ type: 'NotebookOpened', data: {} }] }
    const lines = (state.notes[command.noteId] ?? 0) + command.lines
    if (lines > mostLines) return { type: 'rejected', rejection: { type: 'TooLong', lines } }
    const data = { noteId: command.noteId, lines }
    return { type: 'accepted', events: [{ type: 'LinesChanged', data }] }
  },
}

export interface NoteTypes extends CommandTypes {
  readonly state: Notebook
  readonly event: NotebookEvent
  readonly command: NotebookCommand
  readonly rejection: TooLong
  readonly asked: { readonly request: NoteRequest }
  readonly entry: NoteEntry
  /** How many lines a note is known to take more than it says. */
  readonly known: number
}

/** The rules of the notebooks of these tests. */
export const noteRules: OutboxRules<NoteTypes> = {
  type: notebook,
  storageName: 'notebooks',
  ownerOf: () => '',
  toEntry: ({ request }, entry) => ({ ...entry, request }),
  beginningOf: ({ isOpen }) => (isOpen ? undefined : { type: 'Open' }),
  commandOf: ({ request }, { known, stateAt }) => {
    if (request.type === 'Close') return undefined
    if (request.type !== 'Revert') {
      const lines = request.type === 'Write' ? request.lines + known : -request.lines
      return { type: 'Change', noteId: request.noteId, lines }
    }
    // Back to what the note "pot" had then.
    const past = stateAt(request.toVersion)
    return past && { type: 'Change', noteId: 'pot', lines: (past.notes.pot ?? 0) - mostLines }
  },
  merge: mergeNotes,
  mayMerge: ({ subject = '' }, { shown }) => (shown.notes[subject] ?? 0) > 0,
  toKept: (entry) => entry,
  loadReader: () => Promise.reject(new Error('Nothing was kept')),
}
