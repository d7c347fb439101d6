import type { Streams } from '../../server/projections/projection'
import { createStreamStates, type StreamStep } from '../../server/projections/stream-states'
import type { NotebookEvent } from './events'
import { notebook } from './notebook'
import type { NotebookState } from './state'

/** A notebook's event, and the notebook before and after it. */
export type NotebookStep = StreamStep<NotebookState, NotebookEvent>

const maxBytes = 1_000_000

/** Walks notebooks along their events. */
export const createNotebookStates = (streams: Streams, bytes = maxBytes) =>
  createStreamStates<NotebookState, NotebookEvent>(notebook, streams, bytes)
