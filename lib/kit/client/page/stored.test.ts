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
    removeItem: (key: string) => kept.delete(key),
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
    stored.change(() => [3])
    expect(kept.get('numbers')).toBe('[3]')
    onStorage({ key: 'other', newValue: '[9]' })
    onStorage({ key: 'numbers', newValue: '[4]' })
    await eventually(() => expect(stored.get()).toEqual([4]))
    onStorage({ key: 'numbers', newValue: null })
    await eventually(() => expect(stored.get()).toEqual([]))
  })

  it('is what it was changed to meanwhile, though reading ends later', async () => {
    kept.set('numbers', '[1]')
    const reading: ((numbers: readonly number[]) => void)[] = []
    const read = () => new Promise<readonly number[]>((resolve) => reading.push(resolve))
    const stored = createStored<readonly number[]>('numbers', [], read)
    stored.subscribe(() => undefined)
    stored.change((before) => [...before, 2])
    expect(stored.get()).toEqual([2])
    expect(kept.get('numbers')).toBe('[1]')
    onStorage({ key: 'numbers', newValue: '[1,7]' })
    reading[1]?.([1, 7])
    reading[0]?.([1])
    await eventually(() => expect(stored.get()).toEqual([1, 7, 2]))
    expect(kept.get('numbers')).toBe('[1,7,2]')
  })

  it('is not lost when it is changed before anybody looked at it', async () => {
    kept.set('numbers', '[1]')
    const stored = open()
    stored.change((before) => [...before, 2])
    await eventually(() => expect(kept.get('numbers')).toBe('[1,2]'))
    kept.set('numbers', '[8]')
    stored.change((before) => [...before, 9])
    await eventually(() => expect(kept.get('numbers')).toBe('[8,9]'))
  })

  it('stays as it is while it cannot be read, and is read again', async () => {
    kept.set('numbers', '[1]')
    const read = vi.fn(async (json: string): Promise<readonly number[]> => JSON.parse(json))
    read.mockRejectedValueOnce(new Error('not fetched'))
    const stored = createStored<readonly number[]>('numbers', [], read)
    stored.change((before) => [...before, 2])
    await new Promise(setImmediate)
    expect([stored.get(), kept.get('numbers')]).toEqual([[2], '[1]'])
    stored.change((before) => [...before, 3])
    await eventually(() => expect(kept.get('numbers')).toBe('[1,2,3]'))
  })

  it('is found where it was kept in earlier days, and moved', async () => {
    kept.set('its.numbers', '[6]')
    const stored = createStored<readonly number[]>(
      'numbers',
      [],
      async (json) => JSON.parse(json),
      'its.numbers',
    )
    stored.subscribe(() => undefined)
    await eventually(() => expect(stored.get()).toEqual([6]))
    expect([...kept]).toEqual([['numbers', '[6]']])
    kept.set('its.numbers', '[0]')
    stored.change((before) => [...before, 7])
    expect(kept.get('numbers')).toBe('[6,7]')
  })

  it('works as long as the page where nothing can be kept', () => {
    vi.stubGlobal('localStorage', undefined)
    const stored = open()
    stored.subscribe(() => undefined)
    stored.change(() => [5])
    expect(stored.get()).toEqual([5])
  })
})
