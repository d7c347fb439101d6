import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ServerRefused } from '../connection/ask-server'
import { createWindowLoader } from './window-loader'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A loader whose every load ends when the test says so. */
const setUp = () => {
  const asked: number[] = []
  const open = new Map<number, { resolve: () => void; reject: (error: Error) => void }>()
  const load = (from: number): Promise<void> => {
    asked.push(from)
    return new Promise((resolve, reject) => open.set(from, { resolve, reject }))
  }
  const ahead: number[] = []
  const loader = createWindowLoader({
    load,
    loadAhead: (from) => {
      ahead.push(from)
      return load(from)
    },
  })
  const end = async (from: number, error?: Error) => {
    if (error) open.get(from)?.reject(error)
    else open.get(from)?.resolve()
    await vi.advanceTimersByTimeAsync(0)
  }
  /** Until whoever wishes has come to rest. */
  const rest = async () => void (await vi.advanceTimersByTimeAsync(60))
  return { asked, ahead, loader, end, rest }
}

describe('a loader of windows', () => {
  it('loads the first at once, and when no more follows a few at once, the latest first', async () => {
    const { asked, loader, end, rest } = setUp()
    for (const from of [0, 256, 512, 768, 1024]) loader.wish(from)
    expect(asked).toEqual([0])
    await rest()
    expect(asked).toEqual([0, 1024, 768])
    await end(1024)
    await end(0)
    expect(asked).toEqual([0, 1024, 768, 512, 256])
  })

  it('leaves out what is only passed', async () => {
    const { asked, loader, rest } = setUp()
    loader.wish(0)
    for (let from = 256; from <= 100 * 256; from += 256) {
      const withdraw = loader.wish(from)
      await vi.advanceTimersByTimeAsync(16)
      withdraw()
    }
    loader.wish(25_856)
    await rest()
    expect(asked).toEqual([0, 25_856])
  })

  it('loads nothing more while a hand goes on', async () => {
    const { asked, loader, end, rest } = setUp()
    loader.wish(0)
    loader.wish(768)
    await end(0)
    expect(asked).toEqual([0])
    await rest()
    expect(asked).toEqual([0, 768])
  })

  it('loads what is wished for twice once', async () => {
    const { asked, loader, end, rest } = setUp()
    loader.wish(256)
    loader.wish(256)
    await rest()
    await end(256)
    expect(asked).toEqual([256])
  })

  it('leaves out what nobody wishes for any more', async () => {
    const { asked, loader, end, rest } = setUp()
    for (const from of [0, 256, 512]) loader.wish(from)
    const withdraw = loader.wish(768)
    loader.wish(1024)
    withdraw()
    await rest()
    await end(0)
    expect(asked).toEqual([0, 1024, 512, 256])
  })

  it('tries again what failed, while it is wished for', async () => {
    const { asked, loader, end, rest } = setUp()
    loader.wish(0)
    const withdraw = loader.wish(256)
    await rest()
    await end(0, new Error('no network'))
    await end(256, new Error('no network'))
    withdraw()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked).toEqual([0, 256, 0])
  })

  it('asks more and more rarely what fails', async () => {
    const { asked, loader, end } = setUp()
    loader.wish(0)
    for (let minute = 0; minute < 60; minute++) {
      await end(0, new Error('no network'))
      await vi.advanceTimersByTimeAsync(1_000)
    }
    expect(asked.length).toBeLessThan(10)
  })

  it('asks no more for what is refused, until it is wished for anew', async () => {
    const { asked, loader, end, rest } = setUp()
    loader.wish(0)
    await end(0, new ServerRefused(401))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toEqual([0])
    loader.wish(0)
    await rest()
    expect(asked).toEqual([0, 0])
  })

  it('loads what may be wanted next when nothing else is to be loaded, the next after the last wish first', async () => {
    const { ahead, asked, loader, end, rest } = setUp()
    loader.wish(0)
    loader.wishAhead(256)
    loader.wishAhead(512)
    await rest()
    expect(asked).toEqual([0])
    await end(0)
    expect(ahead).toEqual([512])
    await end(512)
    expect(ahead).toEqual([512, 256])
  })

  it('takes in what is wished for while it is fetched ahead as soon as it is there', async () => {
    const { ahead, asked, loader, end } = setUp()
    loader.wishAhead(256)
    expect(ahead).toEqual([256])
    loader.wish(256)
    expect(asked).toEqual([256])
    await end(256)
    expect(asked).toEqual([256, 256])
    expect(ahead).toEqual([256])
  })

  it('loads nothing more while it is told that a hand moves', async () => {
    const { asked, loader, rest } = setUp()
    for (let move = 0; move < 20; move++) {
      loader.defer()
      await vi.advanceTimersByTimeAsync(16)
      loader.wish(256)
      loader.wishAhead(512)
    }
    expect(asked).toEqual([])
    await rest()
    expect(asked).toEqual([256])
  })
})
