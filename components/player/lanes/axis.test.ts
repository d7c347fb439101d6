import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { axisOf, labelledStops, nearestStop } from './axis'

const anyTimes = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { maxLength: 60 })
const [second, hour] = [1_000, 3_600_000]

describe('the axis of a story', () => {
  it('has a place for each stop, in the log’s order, and none on another, whatever the times are', () => {
    fc.assert(
      fc.property(anyTimes, fc.boolean(), (times, hasNow) => {
        const { places } = axisOf(times, hasNow)
        expect(places.length).toBe(1 + times.length + (hasNow ? 1 : 0))
        places.forEach((place, stop) => {
          expect(place).toBeGreaterThanOrEqual(0)
          expect(place).toBeLessThanOrEqual(1)
          if (stop > 0) expect(place).toBeGreaterThan(places[stop - 1] ?? 0)
        })
      }),
    )
  })

  it('places by time: what took longer is further apart', () => {
    const { places, folds } = axisOf([0, 2 * second, 3 * second, 6 * second], true)
    const apart = (stop: number) => (places[stop + 1] ?? 0) - (places[stop] ?? 0)
    expect(apart(1) / apart(2)).toBeCloseTo(2)
    expect(apart(3) / apart(2)).toBeCloseTo(3)
    expect(folds).toEqual([])
  })

  it('fans out what happened at one time', () => {
    const { places } = axisOf([0, 0, 0, second], false)
    expect(new Set(places).size).toBe(5)
    expect((places[2] ?? 0) - (places[1] ?? 0)).toBeLessThan((places[4] ?? 0) - (places[3] ?? 0))
  })

  it('folds a long time in which nothing happened, and says how long it was', () => {
    const { places, folds } = axisOf([0, second, 2 * second, 2 * second + hour], true)
    expect(folds).toEqual([{ from: places[3], to: places[4], ms: hour }])
    expect((places[4] ?? 0) - (places[3] ?? 0)).toBeLessThan(0.6)
  })

  it('never goes back for what was told later of an earlier time', () => {
    const { places } = axisOf([5 * second, second, 6 * second], true)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  it('has one moment where there is nothing but now', () => {
    expect(axisOf([], true).places).toEqual([0, 1])
    expect(axisOf([], false).places).toEqual([0])
  })
})

it('the nearest stop is nearest', () => {
  fc.assert(
    fc.property(anyTimes, fc.double({ min: 0, max: 1, noNaN: true }), (times, place) => {
      const axis = axisOf(times, true)
      const distance = (stop: number) => Math.abs((axis.places[stop] ?? 0) - place)
      const nearest = nearestStop(axis, place)
      expect(axis.places.every((_, stop) => distance(stop) >= distance(nearest))).toBe(true)
    }),
  )
})

it('labels keep apart', () => {
  fc.assert(
    fc.property(anyTimes, fc.double({ min: 0.01, max: 1, noNaN: true }), (times, apart) => {
      const axis = axisOf(times, true)
      const stops = times.map((_, index) => index + 1)
      const shown = labelledStops(stops, axis, apart)
      shown.forEach((stop, index) => {
        const before = shown[index - 1]
        if (before === undefined) return
        expect((axis.places[stop] ?? 0) - (axis.places[before] ?? 0)).toBeGreaterThanOrEqual(apart)
      })
      if (stops.length > 0) expect(shown.length).toBeGreaterThan(0)
    }),
  )
})
