import type { Erased } from '../../kernel/erased'
import type { Recipient } from './events'

export interface Note {
  readonly noteId: string
  readonly title: string
  /** At least one. */
  readonly lines: number
}

export interface NotebookState {
  readonly id: string
  readonly status: 'none' | 'open' | 'closed' | 'sent'
  readonly owner: string
  /** Who it was sent to. */
  readonly recipient?: Recipient | Erased
  /** One for each id, in the order in which they were begun. */
  readonly notes: readonly Note[]
  readonly version: number
}

export const initial = (id: string): NotebookState => ({
  id,
  status: 'none',
  owner: '',
  notes: [],
  version: 0,
})

export const noteOf = ({ notes }: Pick<NotebookState, 'notes'>, noteId: string): Note | undefined =>
  notes.find((note) => note.noteId === noteId)

/** How many lines a note has; 0 when there is none. */
export const linesOf = (state: Pick<NotebookState, 'notes'>, noteId: string): number =>
  noteOf(state, noteId)?.lines ?? 0

export const totalLines = ({ notes }: Pick<NotebookState, 'notes'>): number =>
  notes.reduce((sum, { lines }) => sum + lines, 0)
