import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Breakpoint, breakpointKey, breakpointQuestion } from '../../../kit/client/scan/breakpoint'
import { readBreakpoints, readSavedFilters } from '../../../kit/client/scan/stored-lists'
import { becameTrue, holdsAt, holdsAtFirst, trueTurns } from '../../../kit/client/scan/turns'
import type { Condition } from '../../../kit/wire/condition/condition'
import { searchableCart } from '../wire/searchable-cart'

const sorted = fc
  .uniqueArray(fc.integer({ min: 1, max: 40 }))
  .map((versions) => Uint32Array.from(versions).sort())

describe('turns', () => {
  it('alternate, so that what holds at a version can be told from them', () => {
    fc.assert(
      fc.property(sorted, fc.boolean(), (turns, atFirst) => {
        let isTrue = atFirst
        for (let version = 0; version <= 41; version++) {
          const nth = turns.indexOf(version)
          if (nth >= 0) {
            isTrue = !isTrue
            expect(becameTrue(atFirst, nth)).toBe(isTrue)
            expect(trueTurns(atFirst, turns).includes(version)).toBe(isTrue)
          }
          expect(holdsAt(atFirst, turns, version)).toBe(isTrue)
        }
      }),
    )
  })

  it('begin with what the condition is not before the first event', () => {
    const isEmpty: Condition = {
      type: 'compare',
      value: { type: 'named', name: 'lines' },
      operator: '=',
      to: 0,
    }
    expect(holdsAtFirst(searchableCart, isEmpty)).toBe(true)
    expect(holdsAtFirst(searchableCart, { type: 'has', of: 'mug' })).toBe(false)
  })
})

describe('what was kept', () => {
  it('is read where it can be, and otherwise nothing', () => {
    const breakpoint = { type: 'condition', text: 'total > 50', enabled: true } as const
    expect(readBreakpoints(JSON.stringify([breakpoint]))).toEqual([breakpoint])
    expect(readSavedFilters('[{"name":"Mugs","text":"product:mug"}]')).toEqual([
      { name: 'Mugs', text: 'product:mug' },
    ])
    for (const broken of ['', 'null', '{}', '[{"type":"type","eventType":"","enabled":true}]', '[[]]'])
      expect(readBreakpoints(broken)).toEqual([])
    expect(readSavedFilters('[{"name":""}]')).toEqual([])
  })
})

describe('a breakpoint', () => {
  const questionOf = (breakpoint: Breakpoint) => breakpointQuestion(breakpoint, searchableCart)

  it('asks what finds its places', () => {
    expect(questionOf({ type: 'type', eventType: 'ItemAdded', enabled: true })?.type).toBe('matches')
    expect(questionOf({ type: 'condition', text: 'lines = 0', enabled: true })?.type).toBe('turns')
    expect(questionOf({ type: 'path', text: 'total', enabled: true })?.type).toBe('changes')
    expect(questionOf({ type: 'path', text: 'total >', enabled: true })).toBeUndefined()
    expect(questionOf({ type: 'type', eventType: 'No', enabled: true })).toBeUndefined()
  })

  it('is one with another that stops at the same places, whether enabled or not', () => {
    const one = { type: 'path', text: 'total', enabled: true } as const
    expect(breakpointKey({ ...one, enabled: false })).toBe(breakpointKey(one))
    expect(breakpointKey({ ...one, type: 'condition' })).not.toBe(breakpointKey(one))
  })
})
