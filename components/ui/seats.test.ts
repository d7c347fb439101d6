import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Seats, seat } from './seats'

const nobody: Seats<number> = new Map()
const rows = fc.uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 12 })

test('no two rows ever have one place, and who stays keeps theirs', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ keys: rows, held: fc.option(fc.nat(30), { nil: undefined }) })),
      (steps) => {
        let before = nobody
        for (const { keys, held } of steps) {
          const after = seat(before, keys, held)
          expect([...after.keys()]).toEqual(keys)
          expect(new Set(after.values()).size).toBe(keys.length)
          for (const key of keys) if (before.has(key)) expect(after.get(key)).toBe(before.get(key))
          before = after
        }
      },
    ),
  )
})

test('after a jump the new rows stand in the places of those who left', () => {
  const before = seat(nobody, [1, 2, 3])
  expect([...seat(before, [7, 8, 9]).values()]).toEqual([...before.values()])
  expect([...seat(before, [2, 8, 9], 2)]).toEqual([
    [2, 1],
    [8, 0],
    [9, 2],
  ])
})

test('a row that scrolls in has a place of its own, so that none is moved about', () => {
  const before = seat(nobody, [1, 2, 3])
  expect([...seat(before, [0, 1, 2]).values()]).toEqual([3, 0, 1])
})

test('the same rows are seated as they were', () => {
  const before = seat(nobody, [1, 2, 3])
  expect(seat(before, [1, 2, 3])).toBe(before)
})

test('rows that change their order keep their places, and are told in the new one', () => {
  const before = seat(nobody, [9, 14])
  expect([...seat(before, [14, 9])]).toEqual([
    [14, 1],
    [9, 0],
  ])
})
