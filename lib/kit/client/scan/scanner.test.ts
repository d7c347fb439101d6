import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { parseEventFilter } from '../../wire/event-filter/parse-event-filter'
import type { FailedScan, FromWorker, ToWorker } from './messages'
import type { ScanQuestion } from './question'
import { notebooks } from './scan-samples'
import { createScanner, silentMs } from './scanner'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const parsed = parseEventFilter('tea', notebooks)
if (parsed.type !== 'parsed') throw new Error('The filter can be read')
const question: ScanQuestion = { type: 'matches', filter: parsed.filter }

/** A scanner whose workers are in the hands of the test. */
const setUp = (options: { readonly hasWorkers?: boolean } = {}) => {
  const told: ToWorker[] = []
  let isEnded = false
  let spawned = 0
  const worker = {
    onmessage: null as ((event: MessageEvent<FromWorker>) => void) | null,
    onerror: null,
    postMessage: (message: ToWorker) => void told.push(message),
    terminate: () => {
      isEnded = true
    },
  }
  const scanner = createScanner({ streamType: 'notebook', path: '/api/notebooks/book-1' }, () => {
    if (options.hasWorkers === false) throw new DOMException('', 'SecurityError')
    spawned += 1
    isEnded = false
    return worker
  })
  return {
    scanner,
    told,
    isEnded: () => isEnded,
    spawned: () => spawned,
    say: (data: FromWorker) => worker.onmessage?.({ data } as MessageEvent<FromWorker>),
    failure: (): FailedScan | undefined => {
      const progress = scanner.progress()
      return progress.type === 'failed' ? progress.failure : undefined
    },
  }
}

describe('a scanner', () => {
  it('gives up on a worker that never begins, and begins anew when told to', async () => {
    const { scanner, told, failure, isEnded, spawned } = setUp()
    scanner.watch(question, () => undefined)
    await vi.advanceTimersByTimeAsync(silentMs)
    expect([failure(), isEnded()]).toEqual(['unavailable', true])
    told.length = 0
    scanner.retry()
    expect(spawned()).toBe(2)
    expect(told.map(({ type }) => type)).toEqual(['open', 'ask'])
    expect(failure()).toBeUndefined()
  })

  it('gives up on one that stops in the middle, but not on one that takes its time', async () => {
    const { scanner, say, failure } = setUp()
    scanner.watch(question, () => undefined)
    for (let upTo = 1; upTo < 6; upTo++) {
      await vi.advanceTimersByTimeAsync(silentMs - 1)
      say({ type: 'progress', progress: { type: 'reading', upTo } })
    }
    expect(failure()).toBeUndefined()
    await vi.advanceTimersByTimeAsync(silentMs)
    expect(failure()).toBe('unavailable')
  })

  it('leaves one in peace that has read all', async () => {
    const { scanner, say, failure } = setUp()
    scanner.watch(question, () => undefined)
    say({ type: 'progress', progress: { type: 'read', upTo: 3 } })
    await vi.advanceTimersByTimeAsync(10 * silentMs)
    expect(failure()).toBeUndefined()
  })

  it('says so where there are no workers', () => {
    const { scanner, failure } = setUp({ hasWorkers: false })
    scanner.watch(question, () => undefined)
    expect(failure()).toBe('unavailable')
  })
})
