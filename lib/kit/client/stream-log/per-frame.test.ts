import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { perFrame } from './per-frame'

const frameMs = 16
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('requestAnimationFrame', (then: () => void) => setTimeout(then, frameMs))
  vi.stubGlobal('cancelAnimationFrame', clearTimeout)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the first goes on at once, a burst once a frame, and nothing is lost', () => {
  const taken: (readonly number[])[] = []
  const push = perFrame<number>((items) => taken.push(items))
  push([1])
  expect(taken).toEqual([[1]])
  push([2, 3])
  push([4])
  expect(taken).toHaveLength(1)
  vi.advanceTimersByTime(frameMs)
  push([5])
  expect(taken).toEqual([[1], [2, 3, 4]])
  vi.advanceTimersByTime(10 * frameMs)
  expect(taken).toEqual([[1], [2, 3, 4], [5]])
  push([6])
  expect(taken.at(-1)).toEqual([6])
})

test('a tab that gets no frames goes on all the same', () => {
  vi.stubGlobal('requestAnimationFrame', () => 0)
  const taken: number[] = []
  const push = perFrame<number>((items) => taken.push(...items))
  push([1])
  push([2])
  vi.advanceTimersByTime(1_000)
  expect(taken).toEqual([1, 2])
})
