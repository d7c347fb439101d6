import type { NotebookCommand } from './commands'
import type { NotebookEvent } from './events'
import { notebook } from './notebook'
import type { NotebookState } from './state'

/** A notebook that was just opened, with all that happens to it from there on. */
export const createNotebookStory = () => {
  const events: NotebookEvent[] = []
  const stateAt = (version: number): NotebookState =>
    notebook.fold(notebook.initial('n'), events.slice(0, version))

  const tell = (command: NotebookCommand): void => {
    const decision = notebook.decide(command, stateAt(events.length))
    if (decision.type === 'accepted') events.push(...decision.events)
  }
  tell({ type: 'OpenNotebook', owner: 'owner-1' })
  return {
    events,
    stateAt,
    now: () => stateAt(events.length),
    /** What is refused makes nothing happen. */
    tell,
    revert: (toVersion: number) => tell({ type: 'RevertNotebook', toVersion, past: stateAt(toVersion) }),
  }
}
