import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  columnOfVersion,
  extendOutline,
  isOutgrown,
  mostColumns,
  type OutlinedEvent,
  outlineColumns,
  outlineOf,
} from './outline'

const types = ['NoteWritten', 'NoteRemoved', 'NotebookReverted']
const stream = (steps: readonly { readonly type: number; readonly after: number }[]): OutlinedEvent[] => {
  let time = Date.parse('2026-01-01T00:00:00.000Z')
  return steps.map(({ type, after }, index) => {
    time += after
    return { type: types[type] ?? '', version: index + 1, occurredAt: new Date(time).toISOString() }
  })
}
const streams = fc
  .array(fc.record({ type: fc.nat(2), after: fc.integer({ min: -5, max: 90_000_000 }) }), { maxLength: 900 })
  .map(stream)
const sum = (columns: readonly { readonly counts: Readonly<Record<string, number>> }[]): number =>
  columns.flatMap(({ counts }) => Object.values(counts)).reduce((total, count) => total + count, 0)

describe('an outline', () => {
  it('counts every event once on both axes, in no more columns than it may have', () => {
    fc.assert(
      fc.property(streams, (events) => {
        const { version, byVersion, byTime } = outlineOf(events)
        expect(version).toBe(events.length)
        for (const { columns } of [byVersion, byTime]) {
          expect(sum(columns)).toBe(events.length)
          expect(columns.length).toBeLessThanOrEqual(outlineColumns + 1)
          const lasts = columns.map(({ last }) => last)
          expect(lasts).toEqual([...lasts].sort((a, b) => a - b))
          if (events.length > 0) expect(lasts.at(-1)).toBe(events.length)
        }
      }),
    )
  })

  it('is the same whether events came at once or one after the other', () => {
    fc.assert(
      fc.property(streams, fc.nat(), (events, cut) => {
        const at = cut % (events.length + 1)
        const whole = outlineOf(events)
        const empty = {
          ...whole,
          version: 0,
          byVersion: { ...whole.byVersion, columns: [] },
          byTime: { ...whole.byTime, columns: [] },
        }
        expect(extendOutline(extendOutline(empty, events.slice(0, at)), events.slice(at))).toEqual(whole)
        expect(extendOutline(whole, events)).toBe(whole)
      }),
    )
  })

  it('finds the column of a version', () => {
    const { byTime, byVersion } = outlineOf(stream([0, 1, 1_000_000, 1].map((after) => ({ type: 0, after }))))
    expect(byVersion.columns).toHaveLength(4)
    expect([1, 2, 3, 4].map((version) => columnOfVersion(byVersion, version))).toEqual([0, 1, 2, 3])
    expect(columnOfVersion(byTime, 2)).toBe(0)
    expect(columnOfVersion(byTime, 3)).toBeGreaterThan(200)
  })

  it('is made anew when it has grown to twice its columns', () => {
    const few = outlineOf(stream(new Array(100).fill({ type: 0, after: 1 })))
    expect(isOutgrown(few)).toBe(false)
    expect(isOutgrown(extendOutline(few, stream(new Array(600).fill({ type: 0, after: 1 }))))).toBe(true)
  })

  it('stays small when much happened at once, and the next event comes a month later', () => {
    const atOnce = stream(new Array(300).fill({ type: 0, after: 0 }))
    const late = { type: 'NotebookReverted', version: 301, occurredAt: '2026-02-01T00:00:00.000Z' }
    const { byTime, ...rest } = extendOutline(outlineOf(atOnce), [late])
    expect(byTime.columns).toHaveLength(mostColumns + 1)
    expect(sum(byTime.columns)).toBe(301)
    expect(isOutgrown({ byTime, ...rest })).toBe(true)
    expect(isOutgrown(outlineOf([...atOnce, late]))).toBe(false)
  })

  it('is as wide as its latest event wants, though that isn’t the last', () => {
    const ahead = stream(
      [0, 1_000, 30 * 24 * 3_600_000, -30 * 24 * 3_600_000].map((after) => ({ type: 0, after })),
    )
    const { byTime, ...rest } = outlineOf(ahead)
    expect(sum(byTime.columns)).toBe(4)
    expect(isOutgrown({ byTime, ...rest })).toBe(false)
  })
})
