import { expect, it } from 'vitest'
import { createMessageCount } from './message-count'

it('says in the same turn when messages are too many, and begins anew after ten seconds', () => {
  let time = 0
  const charged: number[] = []
  const isFine = createMessageCount({ most: 120, charge: (count) => charged.push(count), now: () => time })
  const send = (count: number) => Array.from({ length: count }, isFine).filter(Boolean).length
  expect(send(1_000)).toBe(120)
  expect(charged).toEqual(Array.from({ length: 20 }, () => 50))
  time = 9_999
  expect(send(1)).toBe(0)
  time = 10_000
  expect(send(130)).toBe(120)
})
