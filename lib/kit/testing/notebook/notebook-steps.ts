import type { RecordedEvent } from '../../events/recorded-event'
import type { Streams } from '../../server/projections/projection'
import { loadStream } from '../../server/store/load'
import type { NotebookEvent } from './events'
import { notebook, notebookStream } from './notebook'
import type { NotebookState } from './state'

/** A notebook's event, and the notebook before and after it. */
export interface NotebookStep {
  readonly event: RecordedEvent<NotebookEvent>
  readonly before: NotebookState
  readonly after: NotebookState
}

/** Walks notebooks along their events. One that isn't known at the version before an event is read from its stream. */
export const createNotebookSteps = (streams: Streams) => {
  const known = new Map<string, NotebookState>()
  const stateAt = async (notebookId: string, version: number): Promise<NotebookState> => {
    const last = known.get(notebookId)
    if (last?.version === version) return last
    const events = await loadStream<NotebookEvent>(streams, notebookStream(notebookId), 1, version)
    return notebook.fold(notebook.initial(notebookId), events)
  }
  return async (events: readonly RecordedEvent[]): Promise<NotebookStep[]> => {
    const steps: NotebookStep[] = []
    for (const event of events as readonly RecordedEvent<NotebookEvent>[]) {
      const before = await stateAt(event.streamId, event.version - 1)
      const after = notebook.evolve(before, event)
      known.set(event.streamId, after)
      steps.push({ event, before, after })
    }
    return steps
  }
}
