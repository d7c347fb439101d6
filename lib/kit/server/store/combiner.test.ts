import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { type CombinerOptions, createCombiner } from './combiner'
import type { Job } from './fair-queue'

type Work = Job & { readonly name: string }
type Options = CombinerOptions<Work, string>

const work = (name: string, key = name, size = 1): Work => ({ name, key, size })

/** A combiner whose round trips end when the test says so. */
const setUp = (options: Partial<Options> = {}) => {
  const trips: { names: string[]; answer: () => void; fail: (error: Error) => void }[] = []
  const send: Options['send'] = (batch) =>
    new Promise((resolve, reject) => {
      const names = batch.map(({ name }) => name)
      trips.push({ names, answer: () => resolve(names.map((name) => `${name}!`)), fail: reject })
    })
  const combine = createCombiner<Work, string>({
    send,
    isToBlame: () => false,
    inFlight: 1,
    batch: { jobs: 1_000, size: 1_000_000 },
    waiting: { jobs: 10_000, size: 1_000_000 },
    ...options,
  })
  const trip = async (nth: number) => vi.waitUntil(() => trips[nth])
  return { combine, trips, trip }
}

const failing = (name: string) => new Error(`because of ${name}`)

/** Answers at once, but for batches with the work that is to blame. */
const sendBut = (culprit: string, calls: string[][]): Partial<Options> => ({
  isToBlame: (error) => (error as Error).message.startsWith('because'),
  send: async (batch) => {
    const names = batch.map(({ name }) => name)
    calls.push(names)
    if (names.includes(culprit)) throw failing(culprit)
    return names
  },
})

describe('a combiner', () => {
  it('sends together what comes in one turn, and what comes during a round trip in the next', async () => {
    const { combine, trips, trip } = setUp()
    const first = [combine(work('a')), combine(work('b'))]
    const { names, answer } = await trip(0)
    expect(names).toEqual(['a', 'b'])
    const second = ['c', 'd', 'e'].map((name) => combine(work(name)))
    await nextTurn()
    expect(trips).toHaveLength(1)
    answer()
    const next = await trip(1)
    expect(next.names).toEqual(['c', 'd', 'e'])
    next.answer()
    expect(await Promise.all([...first, ...second])).toEqual(['a!', 'b!', 'c!', 'd!', 'e!'])
  })

  it('has as many round trips under way as it may, but never two with one key', async () => {
    const { combine, trips, trip } = setUp({ inFlight: 2 })
    void combine(work('a1', 'a'))
    await trip(0)
    void combine(work('a2', 'a'))
    await nextTurn()
    await nextTurn()
    expect(trips).toHaveLength(1)
    void combine(work('b1', 'b'))
    expect((await trip(1)).names).toEqual(['b1'])
    trips[0]?.answer()
    expect((await trip(2)).names).toEqual(['a2'])
  })

  it('does not let one with 5,000 waiting hold another back more than a batch', async () => {
    const { combine, trip } = setUp()
    for (let nth = 0; nth < 5_000; nth++) void combine(work(`a${nth}`, 'a'))
    const { names, answer } = await trip(0)
    expect(names).toEqual(Array.from({ length: 1_000 }, (_, nth) => `a${nth}`))
    void combine(work('b'))
    answer()
    expect((await trip(1)).names.slice(0, 2)).toContain('b')
  })

  it('is overloaded when too much waits, says when to come again, and recovers', async () => {
    const { combine, trips, trip } = setUp({ waiting: { jobs: 3, size: 100 } })
    void combine(work('under way'))
    await trip(0)
    const waiting = ['a', 'b', 'c'].map((name) => combine(work(name)))
    const refused = await combine(work('d'))
    expect(refused).toMatchObject({ type: 'overloaded', retryAfterMs: expect.any(Number) })
    const { retryAfterMs } = refused as { retryAfterMs: number }
    expect(retryAfterMs).toBeGreaterThanOrEqual(100)
    expect(retryAfterMs).toBeLessThanOrEqual(10_000)
    trips[0]?.answer()
    const { names, answer } = await trip(1)
    expect(names).toEqual(['a', 'b', 'c'])
    const again = combine(work('d'))
    answer()
    expect(await Promise.all(waiting)).toEqual(['a!', 'b!', 'c!'])
    const last = await trip(2)
    last.answer()
    expect(await again).toBe('d!')
  })

  it('counts sizes too, but takes one that is too large when nothing waits', async () => {
    const { combine, trip } = setUp({ waiting: { jobs: 100, size: 10 } })
    void combine(work('large', 'large', 50))
    expect((await trip(0)).names).toEqual(['large'])
    void combine(work('a', 'a', 6))
    expect(await combine(work('b', 'b', 6))).toMatchObject({ type: 'overloaded' })
    void combine(work('c', 'c', 4))
    expect(await combine(work('d', 'd', 1))).toMatchObject({ type: 'overloaded' })
  })

  it('never says to come again after more than ten seconds, however slow it was', async () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    const { combine, trips, trip } = setUp({ waiting: { jobs: 1_000, size: 1_000_000 } })
    const slow = combine(work('slow'))
    await trip(0)
    vi.advanceTimersByTime(60_000)
    trips[0]?.answer()
    await slow
    await nextTurn()
    vi.useRealTimers()
    for (let nth = 0; nth < 1_000; nth++) void combine(work(`a${nth}`))
    expect(await combine(work('b'))).toEqual({ type: 'overloaded', retryAfterMs: 10_000 })
  })

  it('fails only the one that is to blame, in few round trips', async () => {
    const calls: string[][] = []
    const { combine } = setUp(sendBut('w37', calls))
    const names = Array.from({ length: 100 }, (_, nth) => `w${nth}`)
    const results = await Promise.allSettled(names.map((name) => combine(work(name))))
    const expected = names.map((value) =>
      value === 'w37' ? { status: 'rejected', reason: failing('w37') } : { status: 'fulfilled', value },
    )
    expect(results).toEqual(expected)
    expect(calls.length).toBeLessThanOrEqual(2 * 7 + 1)
  })

  it('keeps the order of a key when one of it fails', async () => {
    const calls: string[][] = []
    const { combine } = setUp(sendBut('a1', calls))
    await Promise.allSettled(['a0', 'a1', 'a2', 'a3'].map((name) => combine(work(name, 'a'))))
    const sent = calls.filter((names) => !names.includes('a1')).flat()
    expect(sent).toEqual(['a0', 'a2', 'a3'])
  })

  it('fails all of a round trip that is lost, and goes on', async () => {
    const { combine, trips, trip } = setUp()
    const lost = Promise.allSettled([combine(work('a')), combine(work('b'))])
    await trip(0)
    trips[0]?.fail(new Error('connection lost'))
    expect(await lost).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }])
    const next = combine(work('a'))
    const { answer } = await trip(1)
    answer()
    expect(await next).toBe('a!')
    expect(trips).toHaveLength(2)
  })
})
