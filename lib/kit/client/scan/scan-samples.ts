import type { ScannedEvent } from '../../wire/scan'
import { type SearchableType, searchable } from '../../wire/searchable-type'

interface Opened {
  readonly type: 'NotebookOpened'
  readonly data: { readonly owner: string }
}
interface Written {
  readonly type: 'NoteWritten'
  readonly data: { readonly noteId: string; readonly title: string; readonly lines: number }
}
type NotebookEvent = Opened | Written

interface Notebook {
  readonly owner: string
  /** How many lines each note has, by its id. */
  readonly notes: Readonly<Record<string, number>>
  readonly version: number
}

const evolve = (state: Notebook, event: NotebookEvent): Notebook => {
  const version = state.version + 1
  if (event.type === 'NotebookOpened') return { ...state, owner: event.data.owner, version }
  const { noteId, lines } = event.data
  return { ...state, notes: { ...state.notes, [noteId]: (state.notes[noteId] ?? 0) + lines }, version }
}

/** Notebooks, for tests: they name no values of their own, and their notes are what events are about. */
export const notebooks: SearchableType<Notebook, NotebookEvent> = searchable(
  {
    streamType: 'notebook',
    milestones: ['NotebookOpened'],
    ownerOf: () => undefined,
    initial: (): Notebook => ({ owner: '', notes: {}, version: 0 }),
    evolve,
    fold: (state, events) => [...events].reduce(evolve, state),
    decide: () => ({ type: 'accepted', events: [] }),
  },
  { NotebookOpened: true, NoteWritten: true },
  {
    subjects: {
      field: 'note',
      subjectOf: ({ data }) => ('noteId' in data ? data.noteId : undefined),
      nameIn: ({ data }) => ('title' in data ? data.title : undefined),
    },
  },
)

/** A notebook's events as a scan has them: opened, and then a line of one note after the other. */
export const scannedNotebook = (length: number): ScannedEvent<NotebookEvent>[] =>
  Array.from({ length }, (_, index) => {
    const at = { version: index + 1, at: index, actor: { kind: 'guest', id: 'g' } } as const
    return index === 0
      ? { type: 'NotebookOpened', data: { owner: 'ann' }, ...at }
      : { type: 'NoteWritten', data: { noteId: 'tea', title: 'On tea', lines: 1 }, ...at }
  })
