import { createStore, type UseStore, update } from 'idb-keyval'
import { TooLate, within } from '../page/within'
import { emptyOutbox, type Outbox } from './outbox'
import type { OutboxEntry } from './outbox-entry'

export type OutboxChange<Entry extends OutboxEntry = OutboxEntry> = (outbox: Outbox<Entry>) => Outbox<Entry>

/** Where an outbox is kept. A change is made whole or not at all, whoever else changes it. */
export interface OutboxStorage<Entry extends OutboxEntry = OutboxEntry> {
  /** Does it outlive the page? */
  readonly isKept: () => boolean
  /** Gives the outbox after the change. */
  readonly change: (change: OutboxChange<Entry>) => Promise<Outbox<Entry>>
}

/** How an outbox is written down, and read where another page wrote it. */
export interface OutboxFormat<Entry extends OutboxEntry> {
  readonly toKept: (entry: Entry) => object
  readonly loadReader: () => Promise<{ readonly readOutbox: (kept: unknown) => Outbox<Entry> }>
}

const apply = <Entry extends OutboxEntry>(
  change: OutboxChange<Entry>,
  outbox: Outbox<Entry>,
): Outbox<Entry> => {
  const changed = change(outbox)
  return changed === outbox ? outbox : { ...changed, revision: outbox.revision + 1 }
}

/** An outbox that is kept as long as its page is open. */
export const memoryStorage = <Entry extends OutboxEntry>(
  outbox: Outbox<Entry> = emptyOutbox,
): OutboxStorage<Entry> => {
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
const known = <Entry extends OutboxEntry>(kept: unknown, last: Outbox<Entry>): Outbox<Entry> | undefined => {
  if (kept === undefined) return emptyOutbox
  const isOwn =
    typeof kept === 'object' && kept !== null && 'revision' in kept && kept.revision === last.revision
  return isOwn ? last : undefined
}

/** A database that hasn't answered by then won't, or not in time for whoever clicks. */
export const databaseLimitMs = 3_000

/**
 * The browser's own database, shared by its tabs. Where that can't be used (private windows, full disks), or doesn't
 * answer: memory. What is held up in it then is called off; what got through all the same is what is held in memory, to
 * the letter, so that it makes no difference who sends it.
 */
export const browserStorage = <Entry extends OutboxEntry>(
  { toKept, loadReader }: OutboxFormat<Entry>,
  database: UseStore,
): OutboxStorage<Entry> => {
  let last: Outbox<Entry> = emptyOutbox
  let fallback: OutboxStorage<Entry> | undefined
  let read: ((kept: unknown) => Outbox<Entry>) | undefined
  const written = (outbox: Outbox<Entry>) => ({ ...outbox, entries: outbox.entries.map(toKept) })
  /** Undefined, and nothing changed, where somebody else wrote what is kept and it can't be read yet. */
  const tryInDatabase = async (change: OutboxChange<Entry>): Promise<Outbox<Entry> | undefined> => {
    const tried: { changed?: Outbox<Entry> | undefined } = {}
    await within(databaseLimitMs, (signal) =>
      update(
        key,
        (kept: unknown) => {
          const outbox = known(kept, last) ?? read?.(kept)
          tried.changed = outbox && apply(change, outbox)
          return tried.changed ? written(tried.changed) : kept
        },
        unlessCalledOff(database, signal),
      ),
    )
    return tried.changed
  }
  const inDatabase = async (change: OutboxChange<Entry>): Promise<Outbox<Entry>> => {
    const changed = await tryInDatabase(change)
    if (changed) {
      last = changed
      return changed
    }
    read = (await within(databaseLimitMs, loadReader)).readOutbox
    return inDatabase(change)
  }
  return {
    isKept: () => fallback === undefined,
    change: async (change) => {
      if (fallback) return fallback.change(change)
      try {
        return await inDatabase(change)
      } catch (error) {
        const changed = apply(change, settled(last))
        fallback ??= memoryStorage(error instanceof TooLate ? settled(changed) : changed)
        return fallback.change((outbox) => outbox)
      }
    },
  }
}

/** Nothing is merged any more with what the database may have, too. */
const settled = <Entry extends OutboxEntry>(outbox: Outbox<Entry>): Outbox<Entry> => ({
  ...outbox,
  entries: outbox.entries.map((entry) => ({ ...entry, tried: true })),
})

/** The browser's database of a name, for outboxes. */
export const openDatabase = (name: string): UseStore => {
  const store = createStore(name, 'outbox')
  // Browsers without a database throw when it is first asked for.
  return async (mode, use) => store(mode, use)
}

/** A transaction that begins, or is still open, when nobody waits for it any more comes to nothing. */
const unlessCalledOff =
  (database: UseStore, signal: AbortSignal): UseStore =>
  (mode, use) =>
    database(mode, (store) => {
      const callOff = () => {
        try {
          store.transaction.abort()
        } catch {
          // It came to its end before.
        }
      }
      if (signal.aborted) callOff()
      else signal.addEventListener('abort', callOff)
      return use(store)
    })
