import { expect, it } from 'vitest'
import { standing } from '../../testing/event-builders'
import { createRecentEvents } from './recent-events'

const eventsAt = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, nth) =>
    standing({ type: 'Happened', schemaVersion: 1, data: {} }, 'stream', from + nth),
  )
const positions = (events: readonly { position: number }[] | undefined) =>
  events?.map(({ position }) => position)

it('has what came since it began, after any position from there on', () => {
  const recent = createRecentEvents(7)
  expect(recent.end()).toBe(7)
  expect(recent.after(7)).toEqual([])
  expect(recent.after(6)).toBeUndefined()
  recent.add(eventsAt(8, 9))
  recent.add([])
  recent.add(eventsAt(10, 10))
  expect(recent.end()).toBe(10)
  expect(positions(recent.after(7))).toEqual([8, 9, 10])
  expect(positions(recent.after(9))).toEqual([10])
  expect(positions(recent.after(10))).toEqual([])
  expect(positions(recent.after(12))).toEqual([])
})

it('forgets the oldest, and says so', () => {
  const recent = createRecentEvents(0)
  for (let nth = 0; nth < 6; nth++) recent.add(eventsAt(nth * 100 + 1, nth * 100 + 100))
  expect(recent.after(99)).toBeUndefined()
  expect(positions(recent.after(100))).toEqual(positions(eventsAt(101, 600)))
})

it('has nothing across what was left out', () => {
  const recent = createRecentEvents(0)
  recent.add(eventsAt(1, 2))
  recent.leaveOut(3)
  recent.add(eventsAt(4, 4))
  expect(recent.after(2)).toBeUndefined()
  expect(positions(recent.after(3))).toEqual([4])
  expect(recent.end()).toBe(4)
})
