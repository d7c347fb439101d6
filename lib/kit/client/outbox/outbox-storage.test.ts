import type { UseStore } from 'idb-keyval'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyOutbox, type Outbox } from './outbox'
import { all, anEntry, type NoteEntry, take, write } from './outbox-samples'
import { browserStorage, databaseLimitMs, type OutboxFormat } from './outbox-storage'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** What `update` uses of a browser's database; each answer comes when the test lets it, in turn. */
const aDatabase = () => {
  let kept: unknown
  let isFull = false
  const held: (() => void)[] = []
  let isHolding = false
  const later = (then: () => void) => {
    if (isHolding) held.push(then)
    else queueMicrotask(then)
  }
  const transact = () => {
    let isOver = false
    let put: unknown
    const transaction = {
      error: null as DOMException | null,
      oncomplete: () => undefined as unknown,
      onabort: () => undefined as unknown,
      abort: () => {
        if (isOver) throw new DOMException('', 'InvalidStateError')
        isOver = true
        transaction.error = new DOMException('', 'AbortError')
        transaction.onabort()
      },
    }
    const commit = () => {
      if (isOver) return
      isOver = true
      if (isFull) {
        transaction.error = new DOMException('', 'QuotaExceededError')
        transaction.onabort()
        return
      }
      kept = put
      transaction.oncomplete()
    }
    const store = {
      transaction,
      get: () => {
        if (isOver) throw new DOMException('', 'TransactionInactiveError')
        const request = { result: kept, onsuccess: () => undefined }
        later(() => {
          if (isOver) return
          request.onsuccess()
          later(commit)
        })
        return request
      },
      put: (value: unknown) => {
        put = structuredClone(value)
      },
    }
    return store as unknown as IDBObjectStore
  }
  const use: UseStore = async (_, callback) => {
    await new Promise<void>((resolve) => later(resolve))
    return callback(transact())
  }
  return {
    use,
    kept: () => kept as Outbox<NoteEntry> | undefined,
    fill: () => {
      isFull = true
    },
    hold: () => {
      isHolding = true
    },
    /** Lets so many answers through, late as they are. */
    answer: async (count: number) => {
      for (let nth = 0; nth < count; nth++) {
        held.shift()?.()
        await vi.advanceTimersByTimeAsync(0)
      }
    },
  }
}

/** As these tests' pages write entries down. */
const format: OutboxFormat<NoteEntry> = {
  toKept: (entry) => entry,
  loadReader: async () => ({ readOutbox: (kept) => kept as Outbox<NoteEntry> }),
}
const taking = (commandId: string) => (outbox: Outbox<NoteEntry>) =>
  take(outbox, anEntry(write(), { commandId }), all(outbox))
const shown = ({ entries }: Outbox<NoteEntry>) =>
  entries.map(({ commandId, request, tried }) => [
    commandId,
    request.type === 'Write' && request.lines,
    tried,
  ])

describe('the browser’s database', () => {
  it('keeps what is written down', async () => {
    const { use, kept } = aDatabase()
    const storage = browserStorage(format, use)
    const written = storage.change(taking('pot'))
    await vi.advanceTimersByTimeAsync(0)
    expect(shown(await written)).toEqual([['pot', 1, false]])
    expect(kept()).toEqual(await written)
    expect(storage.isKept()).toBe(true)
  })

  it('is done without where it is full, from what it had on', async () => {
    const { use, fill, kept } = aDatabase()
    const storage = browserStorage(format, use)
    await storage.change(taking('pot'))
    fill()
    const next = storage.change(taking('cup'))
    await vi.advanceTimersByTimeAsync(0)
    // Another tab may send the one that is kept, so nothing is merged with it.
    expect(shown(await next)).toEqual([
      ['pot', 1, true],
      ['cup', 1, false],
    ])
    expect(storage.isKept()).toBe(false)
    expect(shown(kept() ?? emptyOutbox)).toEqual([['pot', 1, false]])
  })

  it('is read where another page wrote it, and written as that reads it', async () => {
    const { use, kept } = aDatabase()
    const old: OutboxFormat<NoteEntry> = {
      toKept: ({ streamId, ...entry }) => ({ ...entry, book: streamId }),
      loadReader: async () => ({
        readOutbox: () => take(emptyOutbox, anEntry(write(), { commandId: 'old' })),
      }),
    }
    for (const commandId of ['pot', 'cup']) {
      const changed = browserStorage(old, use).change(taking(commandId))
      await vi.advanceTimersByTimeAsync(0)
      await changed
    }
    expect(shown(kept() ?? emptyOutbox)).toEqual([['old', 2, false]])
    expect(kept()?.entries[0]).toMatchObject({ book: 'book-1' })
  })

  it('is done without where there is none', async () => {
    const storage = browserStorage(format, () =>
      Promise.reject(new ReferenceError('indexedDB is not defined')),
    )
    await storage.change(taking('pot'))
    expect(shown(await storage.change(taking('more')))).toEqual([['pot', 2, false]])
  })
})

describe.each([0, 1, 2])('a database that stops answering after %i answers', (answers) => {
  const stuck = async () => {
    const { use, hold, answer, kept } = aDatabase()
    hold()
    const storage = browserStorage(format, use)
    const writing = storage.change(taking('pot'))
    await vi.advanceTimersByTimeAsync(0)
    await answer(answers)
    await vi.advanceTimersByTimeAsync(databaseLimitMs)
    return { storage, writing, answer, kept }
  }

  it('is waited for no longer than the limit', async () => {
    const { storage, writing } = await stuck()
    expect(shown(await writing)).toEqual([['pot', 1, true]])
    expect(storage.isKept()).toBe(false)
    const next = await storage.change(taking('more'))
    expect(shown(next).map(([id]) => id)).toEqual(['pot', 'more'])
  })

  it('changes nothing when it answers late', async () => {
    const { storage, writing, answer, kept } = await stuck()
    await writing
    await answer(10)
    expect(kept()).toBeUndefined()
    expect(shown(await storage.change((outbox) => outbox))).toEqual([['pot', 1, true]])
  })
})
