import fc from 'fast-check'
import { expect, test } from 'vitest'
import { followStep, type Position } from './follow'

const head = 20
const position: fc.Arbitrary<Position> = fc.option(fc.integer({ min: 0, max: head - 1 }))

test('goes where the other one goes, live too, and stops for good at the first move of one’s own', () => {
  const move = fc.record({ who: fc.constantFrom('theirs', 'theirs', 'mine'), to: position })
  fc.assert(
    fc.property(position, fc.array(move), (start, moves) => {
      let [mine, led, following] = [start, start, true]
      for (const { who, to } of moves) {
        if (who === 'mine') mine = to
        const theirs = who === 'theirs' ? to : led
        const before = mine
        const step = following ? followStep({ theirs, mine, led, head }) : { type: 'stay' as const }
        if (step.type === 'stop') following = false
        if (step.type === 'go') mine = led = step.to
        if (!following) expect(mine).toBe(before)
        else expect(mine).toBe(theirs)
      }
      const strayed = following && mine !== led
      expect(strayed).toBe(false)
    }),
  )
})

test('who is at the head, or ahead of what has come here, is followed live', () => {
  const at = (theirs: Position) => followStep({ theirs, mine: 3, led: 3, head })
  expect(at(20)).toEqual({ type: 'go', to: null })
  expect(at(25)).toEqual({ type: 'go', to: null })
  expect(at(19)).toEqual({ type: 'go', to: 19 })
  expect(followStep({ theirs: 20, mine: null, led: null, head })).toEqual({ type: 'stay' })
  expect(followStep({ theirs: 20, mine: null, led: null, head: 21 })).toEqual({ type: 'go', to: 20 })
})
