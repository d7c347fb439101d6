import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lostAfter } from './lost'

const kept = { began: 0, incarnation: 'first', sequence: 0, late: undefined, head: 1_000 }

/** What is sent one after the other: the next of the log, or one that waited. */
const sending = fc.array(fc.boolean(), { maxLength: 40 })

/** Positions in the order in which a target was sent them, and which came late. */
const sent = (isLate: readonly boolean[]) => {
  const all: { position: number; isLate: boolean }[] = []
  let next = 1
  const waiting: number[] = []
  for (const late of isLate) {
    if (late && waiting.length > 0) all.push({ position: waiting.shift() as number, isLate: true })
    else {
      // Every third is refused at first, and waits.
      if (next % 3 === 0) waiting.push(next++)
      all.push({ position: next++, isLate: false })
    }
  }
  return all
}

describe('what a target lost', () => {
  it('is nothing before it was sent anything, and while it has all of it', () => {
    expect(
      lostAfter({ ...kept, incarnation: undefined }, { incarnation: 'x', sequence: 0, highest: 0 }),
    ).toBeUndefined()
    const held = { incarnation: 'first', sequence: 7, highest: 9 }
    expect(lostAfter({ ...kept, sequence: 7 }, held)).toBeUndefined()
    expect(lostAfter({ ...kept, sequence: 5 }, held)).toBeUndefined()
  })

  it('is all of it where it was begun anew, but nothing from before it began', () => {
    const anew = { incarnation: 'second', sequence: 0, highest: 0 }
    expect(lostAfter({ ...kept, sequence: 7 }, anew)).toBe(0)
    expect(lostAfter({ ...kept, sequence: 7, began: 4 }, anew)).toBe(4)
  })

  it('is sent again whatever end of it was lost, late ones too', () => {
    fc.assert(
      fc.property(sending, fc.nat(), (isLate, cut) => {
        const all = sent(isLate)
        const left = all.slice(0, cut % (all.length + 1))
        const late = all.flatMap(({ position, isLate }, nth) =>
          isLate ? [{ position, sequence: nth + 1 }] : [],
        )
        const lates = {
          position: Math.min(...late.map(({ position }) => position)),
          sequence: late.at(-1)?.sequence ?? 0,
        }
        const after = lostAfter(
          { ...kept, sequence: all.length, late: late.length > 0 ? lates : undefined },
          {
            incarnation: 'first',
            sequence: left.length,
            highest: Math.max(0, ...left.map(({ position }) => position)),
          },
        )
        const lost = all.slice(left.length)
        if (lost.length === 0) expect(after).toBeUndefined()
        for (const { position } of lost) expect(position).toBeGreaterThan(after as number)
      }),
    )
  })
})
