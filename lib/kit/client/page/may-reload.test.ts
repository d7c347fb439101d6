import { expect, test } from 'vitest'
import { mayReload, takeReload, wasReloaded } from './may-reload'

const free = { unsent: { count: 0, isKept: true }, isWritten: true, isBusy: false }

test.each([
  ['nothing waits', {}, true],
  ['what waits is kept', { unsent: { count: 2, isKept: true } }, true],
  ['what waits is being written down', { unsent: { count: 2, isKept: true }, isWritten: false }, false],
  ['what waits is this page’s alone', { unsent: { count: 1, isKept: false } }, false],
  ['something is half done', { isBusy: true }, false],
])('where %s', (_, stake, may) => {
  expect(mayReload({ ...free, ...stake })).toBe(may)
})

const aStorage = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

test('a page is loaded anew once a minute at most, whatever the clock does', () => {
  const kept = aStorage()
  expect(takeReload(() => kept, 1_000_000)).toBe(true)
  expect(takeReload(() => kept, 1_059_999)).toBe(false)
  expect(takeReload(() => kept, 950_000)).toBe(false)
  expect(takeReload(() => kept, 1_060_000)).toBe(true)
  expect(takeReload(() => kept, 5)).toBe(true)
})

test('a page that was loaded anew by itself knows for a while', () => {
  const kept = aStorage()
  expect(wasReloaded(() => kept, 1_000_000)).toBe(false)
  takeReload(() => kept, 1_000_000)
  expect([1_003_000, 1_030_000, 900_000].map((now) => wasReloaded(() => kept, now))).toEqual([
    true,
    false,
    false,
  ])
})

test('a page that can’t remember it isn’t loaded anew by itself', () => {
  const refuse = () => {
    throw new DOMException('', 'SecurityError')
  }
  expect(takeReload(refuse, 0)).toBe(false)
  expect(wasReloaded(refuse, 0)).toBe(false)
  expect(takeReload(() => ({ getItem: () => null, setItem: () => undefined }), 0)).toBe(false)
})
