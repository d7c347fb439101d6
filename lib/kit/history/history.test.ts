import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyframeInterval } from '../kernel/keyframe-interval'
import {
  emptyHistory,
  eventAt,
  extendHistory,
  hasStateAt,
  keptWindows,
  openHistory,
  recentEvents,
  stateAt,
  withWindow,
} from './history'

const add = (total: number, numbers: Iterable<number>): number =>
  [...numbers].reduce((sum, next) => sum + next, total)
const sum = emptyHistory(0, add)
const events = fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 3 * keyframeInterval })
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1)
const windowOf = (all: readonly number[], from: number) => ({
  from,
  state: add(0, all.slice(0, from)),
  events: all.slice(from, from + keyframeInterval),
})
/** As a page brings it: the last window, and nothing before. */
const openedAt = (all: readonly number[], from: number) =>
  extendHistory(openHistory(add, from, add(0, all.slice(0, from))), all.slice(from))

describe('history', () => {
  it('gives at every version what a fold from the start gives', () => {
    fc.assert(
      fc.property(events, fc.nat(), (all, at) => {
        const version = all.length === 0 ? 0 : at % (all.length + 1)
        const history = extendHistory(sum, all)
        expect(stateAt(history, version)).toBe(add(0, all.slice(0, version)))
        expect(eventAt(history, version)).toBe(all[version - 1])
      }),
    )
  })

  it('is the same however it was extended', () => {
    fc.assert(
      fc.property(events, fc.nat(), (all, cut) => {
        const at = all.length === 0 ? 0 : cut % all.length
        const inTwo = extendHistory(extendHistory(sum, all.slice(0, at)), all.slice(at))
        expect(inTwo).toEqual(extendHistory(sum, all))
      }),
    )
  })

  it('folds at most one interval for a seek', () => {
    let folded = 0
    const counting = emptyHistory(0, (total: number, numbers: Iterable<number>) => {
      const all = [...numbers]
      folded += all.length
      return add(total, all)
    })
    const history = extendHistory(counting, new Array(10_000).fill(1))
    expect(folded).toBe(10_000)
    for (const version of [keyframeInterval, 2 * keyframeInterval - 1, 9_999]) {
      folded = 0
      expect(stateAt(history, version)).toBe(version)
      expect(folded).toBe(version % keyframeInterval)
    }
  })

  it('keeps to its ends', () => {
    const history = extendHistory(sum, [1, 2, 3])
    expect(stateAt(history, -5)).toBe(0)
    expect(stateAt(history, 99)).toBe(6)
    expect(eventAt(history, 0)).toBeUndefined()
    expect(eventAt(history, 4)).toBeUndefined()
  })

  it('knows what it was opened with and says of the rest that it is not at hand', () => {
    const all = upTo(1_000)
    const history = openedAt(all, 768)
    expect(history.version).toBe(1_000)
    expect(history.head).toBe(add(0, all))
    expect(stateAt(history, 768)).toBe(add(0, all.slice(0, 768)))
    expect(stateAt(history, 767)).toBeUndefined()
    expect(eventAt(history, 768)).toBeUndefined()
    expect(eventAt(history, 769)).toBe(769)
  })

  it('gives the same with only some windows at hand as with all, or nothing', () => {
    const all = upTo(5 * keyframeInterval + 7)
    const whole = extendHistory(sum, all)
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 5 })),
        fc.nat(all.length + 3),
        (loaded, version) => {
          const history = loaded.reduce(
            (known, index) => withWindow(known, windowOf(all, index * keyframeInterval)),
            openedAt(all, 5 * keyframeInterval),
          )
          const found = stateAt(history, version)
          expect(hasStateAt(history, version)).toBe(found !== undefined)
          if (found !== undefined) expect(found).toBe(stateAt(whole, version))
          if (loaded.includes(Math.floor(version / keyframeInterval))) expect(found).toBeDefined()
          const event = eventAt(history, version)
          if (event !== undefined) expect(event).toBe(version)
          expect(history.head).toBe(whole.head)
        },
      ),
    )
  })

  it('is not put back by a window that was read before it went on', () => {
    const history = openedAt(upTo(300), 256)
    expect(withWindow(history, { from: 256, state: 0, events: [257] })).toBe(history)
    expect(withWindow(history, { from: 0, state: 0, events: upTo(100) })).toBe(history)
  })

  it('keeps no more than so many windows, and always the last', () => {
    const many = (keptWindows + 50) * keyframeInterval + 3
    const grown = upTo(keptWindows + 50).reduce(
      (history) => extendHistory(history, new Array(keyframeInterval).fill(1)),
      extendHistory(sum, [1, 1, 1]),
    )
    expect(grown.version).toBe(many)
    expect(grown.windows.size).toBeLessThanOrEqual(keptWindows + 2)
    expect(stateAt(grown, many - 1)).toBe(many - 1)
    expect(stateAt(grown, many - keyframeInterval)).toBe(many - keyframeInterval)
    const again = withWindow(grown, { from: 0, state: 0, events: new Array(keyframeInterval).fill(1) })
    expect(stateAt(again, 200)).toBe(200)
    expect(again.windows.size).toBeLessThanOrEqual(keptWindows + 2)
  })

  it('tells the latest events without a gap', () => {
    expect(recentEvents(sum)).toEqual({ from: 0, events: [] })
    expect(recentEvents(extendHistory(sum, upTo(3)))).toEqual({ from: 0, events: [1, 2, 3] })
    const { from, events } = recentEvents(extendHistory(sum, upTo(600)))
    expect([from, events[0], events.at(-1)]).toEqual([256, 257, 600])
    expect(recentEvents(openedAt(upTo(600), 512)).from).toBe(512)
    expect(recentEvents(extendHistory(sum, upTo(512))).from).toBe(0)
  })
})
