import { eventBuilders } from '../event-builders'
import type {
  NotebookClosed,
  NotebookEvent,
  NotebookOpened,
  NotebookSent,
  NoteRemoved,
  NoteWritten,
} from './events'
import { notebook } from './notebook'
import { notebookEvents } from './notebook-events'

export const { newEvent, recorded } = eventBuilders<NotebookEvent>(notebookEvents, notebook.streamType)

export const notebookOpened = (owner = 'owner-1'): NotebookOpened => ({
  type: 'NotebookOpened',
  data: { owner },
})

export const noteWritten = (noteId = 'tea', lines = 1): NoteWritten => ({
  type: 'NoteWritten',
  data: { noteId, title: `On ${noteId}`, lines },
})

export const noteRemoved = (noteId = 'tea'): NoteRemoved => ({ type: 'NoteRemoved', data: { noteId } })

export const notebookClosed = (reason = 'full', lines = 1): NotebookClosed => ({
  type: 'NotebookClosed',
  data: { ending: { reason }, lines },
})

export const notebookSent = (lines = 1): NotebookSent => ({
  type: 'NotebookSent',
  data: { recipient: { name: 'Ned', street: '742 Evergreen Terrace', city: 'Springfield' }, lines },
})
