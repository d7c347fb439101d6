import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFairQueue, type Job } from './fair-queue'

interface Named extends Job {
  readonly name: string
}
const job = (name: string, overrides: Partial<Job> = {}): Named => ({
  name,
  key: name.replace(/\d+$/, ''),
  size: 1,
  ...overrides,
})
const queueOf = (...jobs: Named[]) => {
  const queue = createFairQueue<Named>()
  for (const one of jobs) queue.add(one)
  return queue
}
const roomy = { jobs: 100, size: 100 }
const nobody = new Set<string>()
const names = (jobs: readonly Named[]) => jobs.map(({ name }) => name)

describe('a fair queue', () => {
  it('takes from each key in turn, and of each in order', () => {
    const queue = queueOf(job('a1'), job('a2'), job('a3'), job('b1'), job('c1'), job('b2'))
    expect(names(queue.take(roomy, nobody))).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
    expect([queue.length(), queue.size()]).toEqual([0, 0])
  })

  it('leaves keys that are busy', () => {
    const queue = queueOf(job('a1'), job('b1'), job('a2'))
    expect(names(queue.take(roomy, new Set(['a'])))).toEqual(['b1'])
    expect(names(queue.take(roomy, nobody))).toEqual(['a1', 'a2'])
  })

  it('takes no more than fits, but always one', () => {
    const queue = queueOf(
      job('a1', { size: 500 }),
      job('b1', { size: 60 }),
      job('c1', { size: 60 }),
      job('d1'),
    )
    expect(names(queue.take(roomy, nobody))).toEqual(['a1'])
    expect(names(queue.take(roomy, nobody))).toEqual(['b1'])
    expect(names(queue.take({ jobs: 1, size: 100 }, nobody))).toEqual(['c1'])
    expect(queue.length()).toBe(1)
  })

  it('takes what goes alone by itself', () => {
    const queue = queueOf(job('a1'), job('x', { alone: true }), job('b1'))
    expect(names(queue.take(roomy, nobody))).toEqual(['a1', 'b1'])
    expect(names(queue.take(roomy, nobody))).toEqual(['x'])
  })

  it('does not let what goes alone wait for ever', () => {
    const queue = queueOf(
      ...Array.from({ length: 50 }, (_, index) => job(`a${index}`)),
      job('x', { alone: true }),
    )
    const batches = [1, 2].map(() => names(queue.take({ jobs: 10, size: 100 }, nobody)))
    expect(batches[1]).toEqual(['x'])
  })

  it('takes nothing twice at once', () => {
    const queue = queueOf(job('a1', { once: 'c' }), job('a2', { once: 'c' }), job('a3'), job('b1'))
    expect(names(queue.take(roomy, nobody))).toEqual(['a1', 'b1'])
    expect(names(queue.take(roomy, nobody))).toEqual(['a2', 'a3'])
  })

  it('holds nobody back more than a batch, however many wait for another key', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => job(`a${index}`))
    const queue = queueOf(...many)
    queue.take({ jobs: 1_000, size: 1e9 }, nobody)
    queue.add(job('b1'))
    expect(names(queue.take({ jobs: 1_000, size: 1e9 }, nobody)).slice(0, 2)).toContain('b1')
  })

  it('loses, doubles and reorders nothing, whatever is asked of it', () => {
    const step = fc.record({
      add: fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), size: fc.nat(9), alone: fc.boolean() })),
      limits: fc.record({ jobs: fc.integer({ min: 1, max: 5 }), size: fc.nat(20) }),
      busy: fc.subarray(['a', 'b', 'c']),
    })
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const queue = createFairQueue<Job & { nth: number }>()
        const added: { key: string; nth: number }[] = []
        const taken: typeof added = []
        for (const { add, limits, busy } of steps) {
          for (const one of add) {
            queue.add({ ...one, nth: added.length })
            added.push({ key: one.key, nth: added.length })
          }
          const batch = queue.take(limits, new Set(busy))
          expect(batch.some(({ key }) => busy.includes(key))).toBe(false)
          expect(batch.length === 1 || !batch.some(({ alone }) => alone)).toBe(true)
          expect(batch.length).toBeLessThanOrEqual(limits.jobs)
          taken.push(...batch)
        }
        while (queue.length() > 0) taken.push(...queue.take(roomy, nobody))
        expect(queue.size()).toBe(0)
        for (const key of ['a', 'b', 'c']) {
          const of = (jobs: typeof added) => jobs.filter((one) => one.key === key).map(({ nth }) => nth)
          expect(of(taken)).toEqual(of(added))
        }
      }),
    )
  })
})
