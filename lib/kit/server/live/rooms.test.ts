import { expect, it } from 'vitest'
import { noteWritten, recorded } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { createRooms } from './rooms'

const events = recorded([noteWritten(), noteWritten()])

/** Followers of notebook-1 whose names are told in the order in which they get something. */
const aRoom = () => {
  const rooms = createRooms()
  const told: string[] = []
  const join = (name: string, looks = false, id = 'notebook-1') => {
    const push = (pushed: readonly unknown[]) => void told.push(`${name}: ${pushed.length}`)
    const follower = { subscription: { push, stop: () => undefined }, looks: () => looks }
    rooms.join(notebookStream(id), follower)
    return follower
  }
  return { rooms, told, join }
}

it('tells those who look before those who only follow', () => {
  const { rooms, told, join } = aRoom()
  for (const [name, looks] of [
    ['one', false],
    ['two', true],
    ['three', false],
    ['four', true],
  ] as const) {
    join(name, looks)
  }
  rooms.publish(events)
  expect(told).toEqual(['two: 2', 'four: 2', 'one: 2', 'three: 2'])
})

it('tells nobody of a stream they do not follow, or not any more', () => {
  const { rooms, told, join } = aRoom()
  join('elsewhere', true, 'notebook-2')
  const gone = join('gone')
  join('here')
  rooms.leave(notebookStream('notebook-1'), gone)
  rooms.publish(events)
  expect(told).toEqual(['here: 2'])
})
