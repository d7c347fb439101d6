import type { StreamName } from '../../events/stream-name'
import { keyframeInterval } from '../../kernel/keyframe-interval'
import type { Aggregate } from '../../server/aggregates/aggregate'
import type { NotebookCommand } from './commands'
import { decide, type NotebookRejection } from './decide'
import type { NotebookEvent } from './events'
import { evolve, fold } from './evolve'
import { initial, type NotebookState } from './state'

const bytesOfNotebook = 200
const bytesOfNote = 100

/** The aggregate of the kit's own tests: notes of up to ten lines, written by one who owns the notebook, until it is closed. */
export const notebook: Aggregate<NotebookState, NotebookCommand, NotebookEvent, NotebookRejection> = {
  initial,
  evolve,
  fold,
  decide,
  streamType: 'notebook',
  stateVersion: 1,
  snapshotEvery: keyframeInterval,
  bytesOf: ({ notes }) => bytesOfNotebook + notes.length * bytesOfNote,
}

export const notebookStream = (notebookId: string): StreamName => ({
  type: notebook.streamType,
  id: notebookId,
})
