import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centring, contentHeight, offsetAt, revealing, rowsInView, scrollTopAt, tallest } from './fixed-rows'

const few = { count: 100, rowHeight: 50, viewport: 500 }
const million = { count: 1_000_000, rowHeight: 50, viewport: 500 }
const any = fc.record({
  count: fc.integer({ min: 11, max: 3_000_000 }),
  rowHeight: fc.constant(50),
  viewport: fc.integer({ min: 50, max: 500 }),
})

describe('rows of one height', () => {
  it('mounts what is in view and a few around', () => {
    expect(rowsInView(few, 1_000, 2)).toEqual({ first: 18, end: 32, shift: 0 })
    expect(rowsInView(few, 0, 2)).toEqual({ first: 0, end: 12, shift: 0 })
    expect(rowsInView({ ...few, count: 3 }, 0, 2)).toEqual({ first: 0, end: 3, shift: 0 })
  })

  it('is never higher than a browser can make it, and reaches its last row all the same', () => {
    expect(contentHeight(few)).toBe(5_000)
    expect(contentHeight(million)).toBe(tallest)
    const { first, end, shift } = rowsInView(million, tallest - 500, 0)
    expect([first, end]).toEqual([999_990, 1_000_000])
    expect(999_999 * 50 + shift).toBeCloseTo(tallest - 50, 3)
  })

  it('mounts no more rows however many there are', () => {
    fc.assert(
      fc.property(any, fc.double({ min: 0, max: 1, noNaN: true }), (rows, part) => {
        const { first, end } = rowsInView(rows, part * (contentHeight(rows) - rows.viewport), 4)
        expect(end - first).toBeLessThanOrEqual(rows.viewport / 50 + 10)
        expect(end).toBeGreaterThan(first)
      }),
    )
  })

  it('goes from a place to its scroll position and back', () => {
    fc.assert(
      fc.property(any, fc.double({ min: 0, max: 1, noNaN: true }), (rows, part) => {
        const offset = part * (rows.count * 50 - rows.viewport)
        expect(offsetAt(rows, scrollTopAt(rows, offset))).toBeCloseTo(offset, 2)
      }),
    )
  })

  it('moves as little as it takes to bring a row into view', () => {
    expect(revealing(few, 1_000, 22, 0)).toBe(1_000)
    expect(revealing(few, 1_000, 10, 50)).toBe(450)
    expect(revealing(few, 1_000, 40, 50)).toBe(1_600)
    expect(centring(few, 50)).toBe(2_275)
    expect(centring(few, 0)).toBe(0)
    expect(centring(few, 99)).toBe(4_500)
  })
})
