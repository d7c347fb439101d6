import type { UseStore } from 'idb-keyval'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyOutbox, issued, type Outbox } from './outbox'
import { add, anEntry } from './outbox-samples'
import { browserStorage, databaseLimitMs } from './outbox-storage'

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
    kept: () => kept as Outbox | undefined,
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

const taking = (commandId: string) => (outbox: Outbox) =>
  issued(outbox, anEntry(add(), { commandId }), new Set(outbox.entries.map((each) => each.commandId)))
const shown = ({ entries }: Outbox) =>
  entries.map(({ commandId, request, tried }) => [
    commandId,
    request.type === 'AddItem' && request.quantity,
    tried,
  ])

describe('the browser’s database', () => {
  it('keeps what is written down', async () => {
    const { use, kept } = aDatabase()
    const storage = browserStorage(use)
    const written = storage.change(taking('mug'))
    await vi.advanceTimersByTimeAsync(0)
    expect(shown(await written)).toEqual([['mug', 1, false]])
    expect(kept()).toEqual(await written)
    expect(storage.isKept()).toBe(true)
  })

  it('is done without where it is full, from what it had on', async () => {
    const { use, fill, kept } = aDatabase()
    const storage = browserStorage(use)
    await storage.change(taking('mug'))
    fill()
    const next = storage.change(taking('tea'))
    await vi.advanceTimersByTimeAsync(0)
    // Another tab may send the one that is kept, so nothing is merged with it.
    expect(shown(await next)).toEqual([
      ['mug', 1, true],
      ['tea', 1, false],
    ])
    expect(storage.isKept()).toBe(false)
    expect(shown(kept() ?? emptyOutbox)).toEqual([['mug', 1, false]])
  })

  it('is done without where there is none', async () => {
    const storage = browserStorage(() => Promise.reject(new ReferenceError('indexedDB is not defined')))
    await storage.change(taking('mug'))
    expect(shown(await storage.change(taking('more')))).toEqual([['mug', 2, false]])
  })
})

describe.each([0, 1, 2])('a database that stops answering after %i answers', (answers) => {
  const stuck = async () => {
    const { use, hold, answer, kept } = aDatabase()
    hold()
    const storage = browserStorage(use)
    const writing = storage.change(taking('mug'))
    await vi.advanceTimersByTimeAsync(0)
    await answer(answers)
    await vi.advanceTimersByTimeAsync(databaseLimitMs)
    return { storage, writing, answer, kept }
  }

  it('is waited for no longer than the limit', async () => {
    const { storage, writing } = await stuck()
    expect(shown(await writing)).toEqual([['mug', 1, true]])
    expect(storage.isKept()).toBe(false)
    const next = await storage.change(taking('more'))
    expect(shown(next).map(([id]) => id)).toEqual(['mug', 'more'])
  })

  it('changes nothing when it answers late', async () => {
    const { storage, writing, answer, kept } = await stuck()
    await writing
    await answer(10)
    expect(kept()).toBeUndefined()
    expect(shown(await storage.change((outbox) => outbox))).toEqual([['mug', 1, true]])
  })
})
