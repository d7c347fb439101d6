import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { TooLate, within } from './within'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('gives what comes in time, and why nothing does', async () => {
  expect(await within(100, async () => 'there')).toBe('there')
  await expect(within(100, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
})

it('gives up on what doesn’t come, and tells it so', async () => {
  let isTold = false
  const waiting = within(100, (signal) => {
    signal.addEventListener('abort', () => {
      isTold = true
    })
    return new Promise(() => undefined)
  }).catch((error) => error)
  await vi.advanceTimersByTimeAsync(100)
  expect(await waiting).toBeInstanceOf(TooLate)
  expect(isTold).toBe(true)
})
