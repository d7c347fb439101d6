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
