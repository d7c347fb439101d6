import { createStore, update } from 'idb-keyval'
import { emptyOutbox, type Outbox } from './outbox'
import { readOutbox } from './outbox-schema'

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

/** The browser's own database, shared by its tabs. Where that can't be used (private windows, full disks): memory. */
export const browserStorage = (): OutboxStorage => {
  const database = createStore('hindsight', 'outbox')
  let last = emptyOutbox
  let fallback: OutboxStorage | undefined
  const inDatabase = async (change: OutboxChange): Promise<Outbox> => {
    let changed = last
    await update(
      key,
      (kept: unknown) => {
        changed = apply(change, readOutbox(kept))
        return changed
      },
      database,
    )
    last = changed
    return changed
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
