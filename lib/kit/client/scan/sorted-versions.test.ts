import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countUpTo, nextVersion, unionOf } from './sorted-versions'

describe('sorted versions', () => {
  const sorted = fc.uniqueArray(fc.integer({ min: 1, max: 60 })).map((all) => Uint32Array.from(all).sort())

  it('have a next one, forward and backward', () => {
    fc.assert(
      fc.property(sorted, fc.integer({ min: 0, max: 61 }), (versions, from) => {
        const all = [...versions]
        expect(nextVersion(versions, from, 'forward')).toBe(all.find((version) => version > from))
        expect(nextVersion(versions, from, 'backward')).toBe(all.filter((version) => version < from).at(-1))
        expect(countUpTo(versions, from)).toBe(all.filter((version) => version <= from).length)
      }),
    )
  })

  it('become one list, each once', () => {
    fc.assert(
      fc.property(fc.array(sorted, { maxLength: 4 }), (lists) => {
        const all = new Set(lists.flatMap((list) => [...list]))
        expect([...unionOf(lists)]).toEqual([...all].sort((a, b) => a - b))
      }),
    )
  })
})
