import { accept, type Decision, reject } from '../../kernel/decider'
import { exhaustive } from '../../kernel/exhaustive'
import type {
  CloseNotebook,
  NotebookCommand,
  OpenNotebook,
  RemoveNote,
  RevertNotebook,
  RewriteNote,
  SendNotebook,
  WriteNote,
} from './commands'
import type { NotebookEvent } from './events'
import { linesOf, type Note, type NotebookState, noteOf, totalLines } from './state'

export const maxLines = 10

export type NotebookRejection =
  | { readonly type: 'NotebookNotFound' }
  | { readonly type: 'NotebookTaken'; readonly owner: string }
  | { readonly type: 'NotebookAlreadyClosed' }
  | { readonly type: 'NotebookEmpty' }
  | { readonly type: 'NoteNotFound'; readonly noteId: string }
  | { readonly type: 'InvalidLines'; readonly lines: number }
  | { readonly type: 'NoteFull'; readonly max: number; readonly requested: number }
  | { readonly type: 'VersionNotFound'; readonly toVersion: number; readonly headVersion: number }

type Decided = Decision<NotebookEvent, NotebookRejection>

export const decide = (command: NotebookCommand, state: NotebookState): Decided => {
  if (command.type === 'OpenNotebook') return open(command, state)
  if (state.status === 'none') return reject({ type: 'NotebookNotFound' })
  if (state.status !== 'open') return reject({ type: 'NotebookAlreadyClosed' })
  switch (command.type) {
    case 'WriteNote':
      return write(command, state)
    case 'RewriteNote':
      return rewrite(command, state)
    case 'RemoveNote':
      return remove(command, state)
    case 'RevertNotebook':
      return revert(command, state)
    case 'CloseNotebook':
      return close(command, state)
    case 'SendNotebook':
      return send(command, state)
    default:
      return exhaustive(command)
  }
}

const open = ({ owner }: OpenNotebook, state: NotebookState): Decided => {
  if (state.status === 'none') return accept({ type: 'NotebookOpened', data: { owner } })
  return state.owner === owner ? accept() : reject({ type: 'NotebookTaken', owner: state.owner })
}

const write = ({ noteId, title, lines }: WriteNote, state: NotebookState): Decided => {
  const requested = linesOf(state, noteId) + lines
  if (lines < 1) return reject({ type: 'InvalidLines', lines })
  if (requested > maxLines) return reject({ type: 'NoteFull', max: maxLines, requested })
  return accept({ type: 'NoteWritten', data: { noteId, title, lines } })
}

const rewrite = ({ noteId, lines }: RewriteNote, state: NotebookState): Decided => {
  const note = noteOf(state, noteId)
  if (lines < 0) return reject({ type: 'InvalidLines', lines })
  if (!note) return reject({ type: 'NoteNotFound', noteId })
  if (lines > maxLines) return reject({ type: 'NoteFull', max: maxLines, requested: lines })
  return accept(...changed(note, lines))
}

const remove = ({ noteId }: RemoveNote, state: NotebookState): Decided =>
  noteOf(state, noteId)
    ? accept({ type: 'NoteRemoved', data: { noteId } })
    : reject({ type: 'NoteNotFound', noteId })

const revert = ({ toVersion, past }: RevertNotebook, state: NotebookState): Decided => {
  const fromVersion = state.version
  if (toVersion < 1 || toVersion > fromVersion) {
    return reject({ type: 'VersionNotFound', toVersion, headVersion: fromVersion })
  }
  const back = [
    ...state.notes.flatMap((note) => changed(note, linesOf(past, note.noteId))),
    ...past.notes.filter(({ noteId }) => !noteOf(state, noteId)).map(begun),
  ]
  if (back.length === 0) return accept()
  return accept(...back, { type: 'NotebookReverted', data: { fromVersion, toVersion } })
}

const close = ({ reason }: CloseNotebook, state: NotebookState): Decided => {
  const lines = totalLines(state)
  if (lines === 0) return reject({ type: 'NotebookEmpty' })
  return accept({ type: 'NotebookClosed', data: { ending: { reason }, lines } })
}

const send = ({ recipient }: SendNotebook, state: NotebookState): Decided => {
  const lines = totalLines(state)
  if (lines === 0) return reject({ type: 'NotebookEmpty' })
  return accept({ type: 'NotebookSent', data: { recipient, lines } })
}

/** What gives a note so many lines; nothing where it has them. */
const changed = ({ noteId, lines: oldLines }: Note, lines: number): NotebookEvent[] => {
  if (lines === oldLines) return []
  if (lines === 0) return [{ type: 'NoteRemoved', data: { noteId } }]
  return [{ type: 'NoteRewritten', data: { noteId, oldLines, lines } }]
}

const begun = (note: Note): NotebookEvent => ({ type: 'NoteWritten', data: note })
