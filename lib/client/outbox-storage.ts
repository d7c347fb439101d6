import { createStore, update } from 'idb-keyval'
import { emptyOutbox, type Outbox } from './outbox'
import { outboxReader } from './outbox-reader'

export type OutboxChange = (outbox: Outbox) => Outbox

/** Where an outbox is kept. A change is made whole or not at all, whoever else changes it. */
export interface OutboxStorage {
  /** Does it outlive the page? */
  readonly isKept: () => boolean
  /** Gives the outbox after the change. */
  readonly change: (change: OutboxChange) => Promise<Outbox>
}

const apply = (change: OutboxChange, outbox: Outbox): Outbox => {
  const changed = change(outbox)
  return changed === outbox ? outbox : { ...changed, revision: outbox.revision + 1 }
}

export const memoryStorage = (outbox: Outbox = emptyOutbox): OutboxStorage => {
  let held = outbox
  return {
    isKept: () => false,
    change: async (change) => {
      held = apply(change, held)
      return held
    },
  }
}

const key = 'outbox'

/** What is kept, where nobody but this page wrote it: every change makes a revision. */
const known = (kept: unknown, last: Outbox): Outbox | undefined => {
  if (kept === undefined) return emptyOutbox
  const isOwn =
    typeof kept === 'object' && kept !== null && 'revision' in kept && kept.revision === last.revision
  return isOwn ? last : undefined
}

/** The browser's own database, shared by its tabs. Where that can't be used (private windows, full disks): memory. */
export const browserStorage = (): OutboxStorage => {
  const database = createStore('hindsight', 'outbox')
  let last = emptyOutbox
  let fallback: OutboxStorage | undefined
  let read: ((kept: unknown) => Outbox) | undefined
  /** Undefined, and nothing changed, where somebody else wrote what is kept and it can't be read yet. */
  const tryInDatabase = async (change: OutboxChange): Promise<Outbox | undefined> => {
    const tried: { changed?: Outbox | undefined } = {}
    await update(
      key,
      (kept: unknown) => {
        const outbox = known(kept, last) ?? read?.(kept)
        tried.changed = outbox && apply(change, outbox)
        return tried.changed ?? kept
      },
      database,
    )
    return tried.changed
  }
  const inDatabase = async (change: OutboxChange): Promise<Outbox> => {
    const changed = await tryInDatabase(change)
    if (changed) {
      last = changed
      return changed
    }
    read = (await outboxReader()).readOutbox
    return inDatabase(change)
  }
  return {
    isKept: () => fallback === undefined,
    change: async (change) => {
      if (fallback) return fallback.change(change)
      try {
        return await inDatabase(change)
      } catch {
        fallback ??= memoryStorage(last)
        return fallback.change(change)
      }
    },
  }
}
