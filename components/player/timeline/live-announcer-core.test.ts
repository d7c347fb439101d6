import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { liveAnnouncements } from './live-announcer-core'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const given = (first: number) => {
  const heard: { readonly at: number; readonly words: string }[] = []
  const began = Date.now()
  return {
    heard,
    words: () => heard.map(({ words }) => words),
    ...liveAnnouncements('cart', first, (words) => heard.push({ at: Date.now() - began, words })),
  }
}

test('what one came with is no news', () => {
  const { reached, words } = given(35)
  reached(35)
  vi.advanceTimersByTime(60_000)
  expect(words()).toEqual([])
})

test('the first event is told at once, what follows together', () => {
  const { reached, words } = given(34)
  reached(35)
  expect(words()).toEqual(['1 new event, cart at version 35'])
  for (let version = 36; version <= 42; version++) reached(version)
  vi.advanceTimersByTime(4_999)
  expect(words()).toHaveLength(1)
  vi.advanceTimersByTime(1)
  expect(words()).toEqual(['1 new event, cart at version 35', '7 new events, cart at version 42'])
})

test('after a quiet time it is told at once again; once stopped, nothing', () => {
  const { reached, stop, words } = given(0)
  reached(1)
  vi.advanceTimersByTime(20_000)
  reached(2)
  expect(words()).toHaveLength(2)
  reached(3)
  stop()
  vi.advanceTimersByTime(20_000)
  expect(words()).toHaveLength(2)
})

test('never two within five seconds, and every event is counted once', () => {
  const bursts = fc.array(fc.record({ events: fc.nat(50), afterMs: fc.nat(4_000) }), { maxLength: 40 })
  fc.assert(
    fc.property(bursts, (bursts) => {
      const { heard, reached } = given(0)
      let head = 0
      for (const { events, afterMs } of bursts) {
        vi.advanceTimersByTime(afterMs)
        head += events
        reached(head)
      }
      vi.advanceTimersByTime(5_000)
      const gaps = heard.slice(1).map(({ at }, index) => at - (heard[index]?.at ?? 0))
      expect(gaps.filter((gap) => gap < 5_000)).toEqual([])
      expect(heard.reduce((sum, { words }) => sum + Number(words.split(' ')[0]), 0)).toBe(head)
    }),
  )
})
