import { expect, it } from 'vitest'
import { itemAdded, recorded } from '../../../shop/testing/events'
import { createRooms } from './rooms'

const events = recorded([itemAdded(), itemAdded()])

/** Followers of cart-1 whose names are told in the order in which they get something. */
const aRoom = () => {
  const rooms = createRooms()
  const told: string[] = []
  const join = (name: string, looks = false, cartId = 'cart-1') => {
    const push = (pushed: readonly unknown[]) => void told.push(`${name}: ${pushed.length}`)
    const follower = { subscription: { push, stop: () => undefined }, looks: () => looks }
    rooms.join({ type: 'cart', id: cartId }, follower)
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

it('tells nobody of a cart they do not follow, or not any more', () => {
  const { rooms, told, join } = aRoom()
  join('elsewhere', true, 'cart-2')
  const gone = join('gone')
  join('here')
  rooms.leave({ type: 'cart', id: 'cart-1' }, gone)
  rooms.publish(events)
  expect(told).toEqual(['here: 2'])
})
