import type { Erased } from '../../kernel/erased'
import type { Recipient } from './events'
import type { NotebookState } from './state'

export interface OpenNotebook {
  readonly type: 'OpenNotebook'
  readonly owner: string
}

/** Writes lines into a note, which is begun where it isn't there. */
export interface WriteNote {
  readonly type: 'WriteNote'
  readonly noteId: string
  readonly lines: number
  /** Looked up by whoever sends it. */
  readonly title: string
}

/** Gives a note so many lines; with none it goes. */
export interface RewriteNote {
  readonly type: 'RewriteNote'
  readonly noteId: string
  readonly lines: number
}

export interface RemoveNote {
  readonly type: 'RemoveNote'
  readonly noteId: string
}

/** Makes the notes what they were at a version. */
export interface RevertNotebook {
  readonly type: 'RevertNotebook'
  readonly toVersion: number
  /** What the notebook was then. */
  readonly past: Pick<NotebookState, 'notes'>
}

export interface CloseNotebook {
  readonly type: 'CloseNotebook'
  readonly reason: string
}

export interface SendNotebook {
  readonly type: 'SendNotebook'
  readonly recipient: Recipient | Erased
}

export type NotebookCommand =
  | OpenNotebook
  | WriteNote
  | RewriteNote
  | RemoveNote
  | RevertNotebook
  | CloseNotebook
  | SendNotebook
