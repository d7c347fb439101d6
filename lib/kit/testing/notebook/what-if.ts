import { type Branch, beginBranch } from '../../history/what-if'
import type { Known, Rules } from '../../history/what-if-rules'
import { exhaustive } from '../../kernel/exhaustive'
import type { NotebookCommand } from './commands'
import type { NotebookRejection } from './decide'
import type { NotebookEvent } from './events'
import { notebook } from './notebook'
import type { NotebookState } from './state'

export type NotebookBranch = Branch<NotebookState, NotebookEvent, NotebookRejection>

/** Every event on its own, but the end of a revert together with what it made happen. */
const parted = (events: readonly NotebookEvent[], after: number): NotebookEvent[][] => {
  const groups: NotebookEvent[][] = []
  for (const [index, event] of events.entries()) {
    const first = event.type === 'NotebookReverted' ? Math.max(0, event.data.fromVersion - after) : index
    const made: NotebookEvent[] = [event]
    while (made.length <= index - first) made.unshift(...(groups.pop() ?? []))
    groups.push(made)
  }
  return groups
}

/** The command that made these events. */
const commandOf = (event: NotebookEvent, known: Known<NotebookState>): NotebookCommand => {
  switch (event.type) {
    case 'NotebookOpened':
      return { type: 'OpenNotebook', ...event.data }
    case 'NoteWritten':
      return { type: 'WriteNote', ...event.data }
    case 'NoteRewritten':
      return { type: 'RewriteNote', noteId: event.data.noteId, lines: event.data.lines }
    case 'NoteRemoved':
      return { type: 'RemoveNote', ...event.data }
    case 'NotebookReverted': {
      const { toVersion } = event.data
      const reached = known.stateAt(toVersion)
      const past = reached ?? known.truth ?? { notes: [] }
      return { type: 'RevertNotebook', toVersion: reached?.version ?? toVersion, past }
    }
    case 'NotebookClosed':
      return { type: 'CloseNotebook', reason: event.data.ending.reason }
    case 'NotebookSent':
      return { type: 'SendNotebook', recipient: event.data.recipient }
    default:
      return exhaustive(event)
  }
}

const rules: Rules<NotebookState, NotebookEvent, NotebookRejection> = {
  fold: notebook.fold,
  parted,
  decideAgain: (events, state, known) =>
    notebook.decide(commandOf(events.at(-1) as NotebookEvent, known), state),
}

/** The branch that is truth still, of a notebook and the events that follow. */
export const beginNotebookBranch = (base: NotebookState, events: readonly NotebookEvent[]): NotebookBranch =>
  beginBranch(rules, base, events)
