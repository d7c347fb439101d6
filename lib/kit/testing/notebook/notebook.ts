import type { StreamName } from '../../events/stream-name'
import { keyframeInterval } from '../../kernel/keyframe-interval'
import type { Aggregate } from '../../server/aggregates/aggregate'
import type { StoredStreamType } from '../../streams/stored-stream-type'
import type { NotebookCommand } from './commands'
import { decide, type NotebookRejection } from './decide'
import { notebookEventTypes } from './event-types'
import type { NotebookEvent } from './events'
import { evolve, fold } from './evolve'
import { initial, type NotebookState } from './state'

const bytesOfNotebook = 200
const bytesOfNote = 100

type Notebook = Aggregate<NotebookState, NotebookCommand, NotebookEvent, NotebookRejection> &
  StoredStreamType<NotebookState, NotebookCommand, NotebookEvent, NotebookRejection>

/** The aggregate of the kit's own tests: notes of up to ten lines, written by one who owns the notebook, until it is closed or sent away. */
export const notebook: Notebook = {
  initial,
  evolve,
  fold,
  decide,
  streamType: 'notebook',
  milestones: ['NotebookOpened', 'NotebookReverted', 'NotebookClosed', 'NotebookSent'],
  ownerOf: (first) => (first.type === 'NotebookOpened' ? first.data.owner : undefined),
  eventTypes: notebookEventTypes,
  endings: ['NotebookClosed', 'NotebookSent'],
  stateVersion: 1,
  snapshotEvery: keyframeInterval,
  bytesOf: ({ notes }) => bytesOfNotebook + notes.length * bytesOfNote,
}

export const notebookStream = (notebookId: string): StreamName => ({
  type: notebook.streamType,
  id: notebookId,
})
