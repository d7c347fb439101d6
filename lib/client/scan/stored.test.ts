import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { eventually } from '../../testing/eventually'
import { createStored } from './stored'

const kept = new Map<string, string>()
let onStorage: (event: { key: string; newValue: string | null }) => void = () => undefined

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
  vi.stubGlobal('window', {
    addEventListener: (_: string, listener: typeof onStorage) => {
      onStorage = listener
    },
    removeEventListener: () => undefined,
  })
})
afterEach(() => vi.unstubAllGlobals())

const open = () => createStored<readonly number[]>('numbers', [], async (json) => JSON.parse(json))

describe('what a browser keeps', () => {
  it('is there once it was read, and tells who listens', async () => {
    kept.set('numbers', '[1,2]')
    const stored = open()
    const listener = vi.fn()
    stored.subscribe(listener)
    expect([stored.get(), stored.isLoading()]).toEqual([[], true])
    await eventually(() => expect(stored.isLoading()).toBe(false))
    expect(stored.get()).toEqual([1, 2])
    expect(listener).toHaveBeenCalledOnce()
  })

  it('is kept when it changes, and follows the other tabs', async () => {
    const stored = open()
    stored.subscribe(() => undefined)
    stored.set([3])
    expect(kept.get('numbers')).toBe('[3]')
    onStorage({ key: 'other', newValue: '[9]' })
    onStorage({ key: 'numbers', newValue: '[4]' })
    await eventually(() => expect(stored.get()).toEqual([4]))
    onStorage({ key: 'numbers', newValue: null })
    await eventually(() => expect(stored.get()).toEqual([]))
  })

  it('is what was set meanwhile, though reading ends later', async () => {
    kept.set('numbers', '[1]')
    const reading: ((numbers: readonly number[]) => void)[] = []
    const read = () => new Promise<readonly number[]>((resolve) => reading.push(resolve))
    const stored = createStored<readonly number[]>('numbers', [], read)
    stored.subscribe(() => undefined)
    stored.set([2])
    reading[0]?.([1])
    await Promise.resolve()
    expect(stored.get()).toEqual([2])
  })

  it('works as long as the page where nothing can be kept', () => {
    vi.stubGlobal('localStorage', undefined)
    const stored = open()
    stored.subscribe(() => undefined)
    stored.set([5])
    expect(stored.get()).toEqual([5])
  })
})
