import { emptyOutbox, type Outbox } from './outbox'
import type { OutboxEntry } from './outbox-entry'
import type { OutboxChange, OutboxStorage } from './outbox-storage'

/** The outbox as this tab has it: what all tabs know of, and upon it what this one is about to write down. */
export interface OutboxStore<Entry extends OutboxEntry = OutboxEntry> {
  readonly get: () => Outbox<Entry>
  readonly isKept: () => boolean
  /** Is all of it written down? Then what others wrote before was read, too. */
  readonly isWritten: () => boolean
  readonly subscribe: (listener: () => void) => () => void
  /** Shows a change at once and writes it down; gives what is written then. */
  readonly change: (change: OutboxChange<Entry>) => Promise<Outbox<Entry>>
  /** Takes in what another tab wrote down. */
  readonly receive: (outbox: Outbox<Entry>) => void
}

/** `tell` is called with what was written down here, for the other tabs. */
export const createOutboxStore = <Entry extends OutboxEntry>(
  storage: OutboxStorage<Entry>,
  tell: (outbox: Outbox<Entry>) => void,
): OutboxStore<Entry> => {
  const listeners = new Set<() => void>()
  let written: Outbox<Entry> = emptyOutbox
  let unwritten: readonly OutboxChange<Entry>[] = []
  let shown: Outbox<Entry> = emptyOutbox
  let turn: Promise<unknown> = Promise.resolve()

  const show = () => {
    shown = unwritten.reduce((outbox, change) => change(outbox), written)
    for (const listener of listeners) listener()
  }
  const write = async (change: OutboxChange<Entry>): Promise<Outbox<Entry>> => {
    const before = written.revision
    const outbox = await storage.change(change)
    written = outbox
    unwritten = unwritten.filter((each) => each !== change)
    show()
    if (storage.isKept() && outbox.revision !== before) tell(outbox)
    return outbox
  }
  return {
    get: () => shown,
    isKept: storage.isKept,
    isWritten: () => unwritten.length === 0,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: (change) => {
      unwritten = [...unwritten, change]
      show()
      const writing = turn.then(() => write(change))
      turn = writing
      return writing
    },
    // In turn: what is being written here may be in it already.
    receive: (outbox) => {
      turn = turn.then(() => {
        // What a tab keeps for itself the others know nothing of.
        if (!storage.isKept()) return
        if (outbox.revision > written.revision) written = outbox
        show()
      })
    },
  }
}
