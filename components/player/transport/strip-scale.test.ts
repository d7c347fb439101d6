import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outlineOf } from '@/lib/kit/history/outline'
import { scaleByTime, scaleByVersion } from './strip-scale'

const hour = 3_600_000
const events = (hours: readonly number[]) => {
  let at = 0
  return hours.map((after, index) => {
    at += after * hour
    return { type: 'ItemAdded', version: index + 1, occurredAt: new Date(at).toISOString() }
  })
}
const histories = fc.array(fc.nat(2_000), { minLength: 1, maxLength: 700 }).map(events)
const scales = (all: ReturnType<typeof events>) => {
  const { byVersion, byTime } = outlineOf(all)
  return [scaleByVersion(byVersion, all.length), scaleByTime(byTime, all.length)]
}

describe('the strip', () => {
  it('has every version at a place, later ones never before earlier ones, and finds it there again', () => {
    fc.assert(
      fc.property(histories, (all) => {
        for (const { placeOf, versionAt } of scales(all)) {
          const places = [0, ...all.map(({ version }) => version)].map(placeOf)
          expect(places).toEqual([...places].sort((a, b) => a - b))
          expect([places[0], places.at(-1)]).toEqual([0, 1])
          expect(places.map(versionAt)).toEqual(places.map((_, version) => version))
        }
      }),
    )
  })

  it('is covered by its columns without a gap', () => {
    fc.assert(
      fc.property(histories, (all) => {
        for (const { columns } of scales(all)) {
          columns.forEach(({ from, to }, index) => {
            expect(from).toBeCloseTo(index === 0 ? 0 : (columns[index - 1]?.to ?? 0), 9)
            expect(to).toBeGreaterThanOrEqual(from)
          })
          expect(columns.at(-1)?.to).toBeCloseTo(1, 9)
        }
      }),
    )
  })

  it('folds up a time in which nothing happened', () => {
    const quiet = events([0, 1, 1, 1, 5_000, 1, 1])
    const { byTime } = outlineOf(quiet)
    const { columns } = scaleByTime(byTime, quiet.length)
    expect(byTime.columns.length).toBeGreaterThan(200)
    expect(columns.map(({ isGap }) => isGap)).toEqual([false, true, false])
  })

  it('keeps to its ends', () => {
    for (const { versionAt } of scales(events([0, 1, 1])))
      expect([versionAt(-1), versionAt(2)]).toEqual([0, 3])
  })

  it('ends at the head also while its outline has not come so far', () => {
    const { byVersion, byTime } = outlineOf(events([0, 1, 1]))
    for (const { placeOf, versionAt } of [scaleByVersion(byVersion, 5), scaleByTime(byTime, 5)])
      expect([placeOf(5), versionAt(1)]).toEqual([1, 5])
  })
})
