import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createThrottle } from './throttle'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('runs at once, then for all calls of an interval together', () => {
  const run = vi.fn()
  const { call } = createThrottle(200, run)
  call()
  expect(run).toHaveBeenCalledTimes(1)
  for (let ms = 0; ms < 1_000; ms += 10) {
    call()
    vi.advanceTimersByTime(10)
  }
  expect(run).toHaveBeenCalledTimes(6)
  vi.advanceTimersByTime(10_000)
  expect(run).toHaveBeenCalledTimes(6)
})

test('the last call is never lost, but for one that is cancelled', () => {
  const run = vi.fn()
  const { call, cancel } = createThrottle(200, run)
  call()
  call()
  vi.advanceTimersByTime(200)
  expect(run).toHaveBeenCalledTimes(2)
  call()
  cancel()
  vi.advanceTimersByTime(10_000)
  expect(run).toHaveBeenCalledTimes(2)
})
