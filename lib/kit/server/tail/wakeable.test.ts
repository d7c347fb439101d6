import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createWakeable } from './wakeable'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const flush = () => vi.advanceTimersByTimeAsync(0)

describe('a wakeable', () => {
  it('works until there is no more, then rests until woken', async () => {
    const step = vi.fn().mockResolvedValueOnce(true).mockResolvedValueOnce(true).mockResolvedValue(false)
    const wakeable = createWakeable({ step, onError: vi.fn(), pollMs: 1000 })
    await flush()
    expect(step).toHaveBeenCalledTimes(3)
    wakeable.wake()
    await flush()
    expect(step).toHaveBeenCalledTimes(4)
    await wakeable.stop()
  })

  it('looks by itself when nobody wakes it', async () => {
    const step = vi.fn().mockResolvedValue(false)
    const wakeable = createWakeable({ step, onError: vi.fn(), pollMs: 1000 })
    await vi.advanceTimersByTimeAsync(3000)
    expect(step).toHaveBeenCalledTimes(4)
    await wakeable.stop()
    await vi.advanceTimersByTimeAsync(3000)
    expect(step).toHaveBeenCalledTimes(4)
  })

  it('never works twice at a time, and looks again when woken meanwhile', async () => {
    const done: (() => void)[] = []
    const step = vi.fn(() => new Promise<boolean>((resolve) => done.push(() => resolve(false))))
    const wakeable = createWakeable({ step, onError: vi.fn(), pollMs: 100_000 })
    wakeable.wake()
    wakeable.wake()
    await flush()
    expect(step).toHaveBeenCalledTimes(1)
    done[0]?.()
    await flush()
    expect(step).toHaveBeenCalledTimes(2)
    done[1]?.()
    await flush()
    expect(step).toHaveBeenCalledTimes(2)
    await wakeable.stop()
  })

  it('tells of an error and goes on', async () => {
    const onError = vi.fn()
    const step = vi.fn().mockRejectedValueOnce(new Error('no database')).mockResolvedValue(false)
    const wakeable = createWakeable({ step, onError, pollMs: 1000 })
    await vi.advanceTimersByTimeAsync(1000)
    expect(onError).toHaveBeenCalledExactlyOnceWith(new Error('no database'))
    expect(step).toHaveBeenCalledTimes(2)
    await wakeable.stop()
  })

  it('stops when the step under way is done', async () => {
    let finish = () => {}
    const step = () =>
      new Promise<boolean>((resolve) => {
        finish = () => resolve(true)
      })
    const wakeable = createWakeable({ step, onError: vi.fn(), pollMs: 1000 })
    let stopped = false
    const stopping = wakeable.stop().then(() => {
      stopped = true
    })
    await flush()
    expect(stopped).toBe(false)
    finish()
    await stopping
  })
})
