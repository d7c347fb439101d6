import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { folded, type Slots, shortestRun } from './slots'

/** Lengths of runs, and which of them are open. */
const runs = fc.array(fc.record({ length: fc.integer({ min: 1, max: 8 }), open: fc.boolean() }), {
  maxLength: 20,
})

const laid = (of: readonly { length: number; open: boolean }[], allOpen?: boolean) => {
  let next = 1
  const firsts = of.map(({ length }) => {
    next += length
    return next - length
  })
  const open = new Set(firsts.filter((_, index) => allOpen ?? of[index]?.open))
  const slots = folded(Uint32Array.from(firsts), next - 1, (first) => open.has(first))
  return { slots, firsts, count: next - 1 }
}

const held = (slots: Slots) => Array.from({ length: slots.count }, (_, index) => slots.at(index + 1))
const between = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

describe('rows of runs', () => {
  it('are one for a long run, and its events with it while it is open', () => {
    const { slots } = laid([
      { length: 2, open: true },
      { length: 3, open: false },
      { length: 3, open: true },
    ])
    expect(held(slots)).toEqual([
      { type: 'event', place: 1, inRun: false },
      { type: 'event', place: 2, inRun: false },
      { type: 'run', first: 3, last: 5, isOpen: false },
      { type: 'event', place: 6, inRun: true },
      { type: 'event', place: 7, inRun: true },
      { type: 'event', place: 8, inRun: true },
      { type: 'run', first: 6, last: 8, isOpen: true },
    ])
  })

  it('of nothing are none', () => {
    expect(laid([]).slots.count).toBe(0)
  })
})

describe('whatever the runs', () => {
  it('each event is shown once: by its own row, or by the shut run it is in', () => {
    fc.assert(
      fc.property(runs, (of) => {
        const { slots, count } = laid(of)
        const shown = held(slots).flatMap((row) => {
          if (row.type === 'event') return [row.place]
          return row.isOpen ? [] : between(row.first, row.last)
        })
        expect(shown).toEqual(between(1, count))
      }),
    )
  })

  it('all of them open are all events, and a row for each that is long', () => {
    fc.assert(
      fc.property(runs, (of) => {
        const { slots, count } = laid(of, true)
        const rows = held(slots)
        const events = rows.flatMap((row) => (row.type === 'event' ? [row.place] : []))
        expect(events).toEqual(between(1, count))
        expect(rows.length - count).toBe(of.filter(({ length }) => length >= shortestRun).length)
      }),
    )
  })

  it('an event is where its place says, and a run where its first says', () => {
    fc.assert(
      fc.property(runs, (of) => {
        const { slots, count } = laid(of)
        for (const place of between(1, count)) {
          const row = slots.at(slots.slotOf(place))
          if (row.type === 'event') expect(row.place).toBe(place)
          else expect(row.isOpen === false && row.first <= place && place <= row.last).toBe(true)
        }
        held(slots).forEach((row, index) => {
          if (row.type === 'run') expect(slots.headOf(row.first)).toBe(index + 1)
        })
      }),
    )
  })
})
