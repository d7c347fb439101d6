import type { RandomAppend } from '../load/random-appends'
import { notebookOpened, noteWritten } from './builders'
import { notebook } from './notebook'
import { notebookEvents } from './notebook-events'

/** Notebooks, as what is appended at random. */
export const notebookWritten: RandomAppend = {
  registry: notebookEvents,
  streamType: notebook.streamType,
  first: notebookOpened(),
  next: (random) => noteWritten(`note-${random.below(9)}`),
}
