import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { untilThere } from './until-there'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('what cannot be fetched at first comes when it can', async () => {
  const load = vi.fn(async () => 'part')
  load.mockRejectedValueOnce(new Error('offline')).mockRejectedValueOnce(new Error('offline'))
  const part = untilThere(load)
  await vi.runAllTimersAsync()
  expect(await part).toBe('part')
  expect(load).toHaveBeenCalledTimes(3)
})

test('what cannot be fetched is asked for more and more rarely, and no more once nobody waits', async () => {
  const load = vi.fn(() => Promise.reject(new Error('gone')))
  const nobodyWaits = new AbortController()
  void untilThere(load, nobodyWaits.signal)
  await vi.advanceTimersByTimeAsync(600_000)
  const asked = load.mock.calls.length
  expect(asked).toBeLessThan(50)
  nobodyWaits.abort()
  await vi.advanceTimersByTimeAsync(600_000)
  expect(load).toHaveBeenCalledTimes(asked)
})
