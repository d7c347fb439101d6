import { exhaustive } from '../../kernel/exhaustive'
import type { NotebookEvent } from './events'
import { type Note, type NotebookState, noteOf } from './state'

export const evolve = (state: NotebookState, event: NotebookEvent): NotebookState => ({
  ...state,
  ...changes(state, event),
  version: state.version + 1,
})

export const fold = (state: NotebookState, events: Iterable<NotebookEvent>): NotebookState => {
  let now = state
  for (const event of events) now = evolve(now, event)
  return now
}

const changes = ({ notes }: NotebookState, event: NotebookEvent): Partial<NotebookState> => {
  switch (event.type) {
    case 'NotebookOpened':
      return { status: 'open', owner: event.data.owner }
    case 'NoteWritten':
      return { notes: written(notes, event.data) }
    case 'NoteRewritten':
      return { notes: rewritten(notes, event.data) }
    case 'NoteRemoved':
      return { notes: notes.filter(({ noteId }) => noteId !== event.data.noteId) }
    case 'NotebookReverted':
      return {}
    case 'NotebookClosed':
      return { status: 'closed' }
    case 'NotebookSent':
      return { status: 'sent', recipient: event.data.recipient }
    default:
      return exhaustive(event)
  }
}

const written = (notes: readonly Note[], { noteId, title, lines }: Note): readonly Note[] => {
  const there = noteOf({ notes }, noteId)
  return there
    ? rewritten(notes, { noteId, lines: there.lines + lines })
    : [...notes, { noteId, title, lines }]
}

const rewritten = (
  notes: readonly Note[],
  { noteId, lines }: Pick<Note, 'noteId' | 'lines'>,
): readonly Note[] => notes.map((note) => (note.noteId === noteId ? { ...note, lines } : note))
