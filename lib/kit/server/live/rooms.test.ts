import { expect, it } from 'vitest'
import { noteWritten, recorded } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { createRooms, type Follower } from './rooms'

const events = recorded([noteWritten(), noteWritten()])

/** Followers of notebook-1, and what is broadcast, in order: to whom, and how many events. */
const aRoom = () => {
  const told: string[] = []
  const rooms = createRooms((_, events, names) => void told.push(`${names.join(', ')}: ${events.length}`))
  const join = (name: string, { looks = false, id = 'notebook-1', has = 0 } = {}) => {
    const push: Follower['subscription']['push'] = (events, withOthers) => withOthers?.(events.slice(has))
    const follower = { socketId: name, subscription: { push, stop: () => undefined }, looks: () => looks }
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
    join(name, { looks })
  }
  rooms.publish(events)
  expect(told).toEqual(['two, four: 2', 'one, three: 2'])
})

it('tells those together who get the same', () => {
  const { rooms, told, join } = aRoom()
  join('new')
  join('ahead', { has: 1 })
  join('new, too')
  rooms.publish(events)
  expect(told).toEqual(['new, new, too: 2', 'ahead: 1'])
})

it('tells nobody of a stream they do not follow, or not any more', () => {
  const { rooms, told, join } = aRoom()
  join('elsewhere', { looks: true, id: 'notebook-2' })
  const gone = join('gone')
  join('here')
  rooms.leave(notebookStream('notebook-1'), gone)
  rooms.publish(events)
  expect(told).toEqual(['here: 2'])
})
