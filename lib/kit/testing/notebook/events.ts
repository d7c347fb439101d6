import type { Erased } from '../../kernel/erased'

export interface NotebookOpened {
  readonly type: 'NotebookOpened'
  readonly data: { readonly owner: string }
}

/** So many lines were written: of a note that is new, or more of one that is there. */
export interface NoteWritten {
  readonly type: 'NoteWritten'
  readonly data: { readonly noteId: string; readonly title: string; readonly lines: number }
}

/** A note has so many lines from now on. */
export interface NoteRewritten {
  readonly type: 'NoteRewritten'
  readonly data: { readonly noteId: string; readonly oldLines: number; readonly lines: number }
}

export interface NoteRemoved {
  readonly type: 'NoteRemoved'
  readonly data: { readonly noteId: string }
}

/** Closes the events that made the notes what they were at an earlier version. */
export interface NotebookReverted {
  readonly type: 'NotebookReverted'
  readonly data: { readonly fromVersion: number; readonly toVersion: number }
}

/** Nothing comes after it. `lines` is what all notes came to. */
export interface NotebookClosed {
  readonly type: 'NotebookClosed'
  readonly data: { readonly ending: { readonly reason: string }; readonly lines: number }
}

/** Who a notebook goes to. */
export interface Recipient {
  readonly name: string
  readonly street: string
  readonly city: string
}

/** It was given to somebody, of whom it says something personal. Nothing comes after it. */
export interface NotebookSent {
  readonly type: 'NotebookSent'
  readonly data: { readonly recipient: Recipient | Erased; readonly lines: number }
}

export type NotebookEvent =
  | NotebookOpened
  | NoteWritten
  | NoteRewritten
  | NoteRemoved
  | NotebookReverted
  | NotebookClosed
  | NotebookSent
