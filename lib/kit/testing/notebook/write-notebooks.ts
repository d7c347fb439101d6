import type { EventStore } from '../../server/store/event-store'
import { createRandom } from '../load/random'
import { newEvent } from './builders'
import { notebook, notebookStream } from './notebook'
import { randomCommand } from './random-command'
import type { NotebookState } from './state'

interface Writing {
  /** The same number, the same notebooks. */
  readonly seed: number
  readonly commands: number
  readonly notebooks: number
  /** What the notebooks' ids begin with. */
  readonly prefix?: string
}

const metadata = {
  actor: { kind: 'staff', id: 'ann' },
  correlationId: 'story',
  causationId: 'story',
  commandId: null,
} as const

/** Random commands to notebooks in turn, as the rules let them through, all appended; some notebooks end closed. */
export const writeNotebooks = async (
  store: EventStore,
  { seed, commands, notebooks, prefix = 'notebook' }: Writing,
): Promise<void> => {
  const random = createRandom(seed)
  const states = new Map<string, NotebookState>()
  const appends: Promise<unknown>[] = []
  for (let nth = 0; nth < commands; nth++) {
    const id = `${prefix}-${random.below(notebooks)}`
    const state = states.get(id) ?? notebook.initial(id)
    const decision = notebook.decide(randomCommand(random), state)
    if (decision.type === 'rejected' || decision.events.length === 0) continue
    states.set(id, notebook.fold(state, decision.events))
    const occurredAt = new Date(Date.UTC(2026, 0, 1) + nth * 3_600_000).toISOString()
    const events = decision.events.map((event) => newEvent(event, { occurredAt, metadata }))
    appends.push(store.append({ stream: notebookStream(id), expectedVersion: state.version, events }))
  }
  await Promise.all(appends)
}
