import { describe, expect, it } from 'vitest'
import { cartStream } from '../../../shop/server/streams'
import { itemAdded, newEvent } from '../../../testing/events'
import type { Append } from './event-store'
import { seal } from './seal'

const sealed = (overrides: Partial<Append> = {}) =>
  seal({ stream: cartStream('one'), expectedVersion: 0, events: [newEvent(itemAdded())], ...overrides })

describe('a sealed append', () => {
  it('has canonical JSON, whatever order its data came in', () => {
    const event = newEvent(itemAdded())
    const { productId, ...rest } = event.data as { productId: string }
    const turned = { ...event, data: { ...rest, productId } }
    const [one, other] = [sealed({ events: [event] }), sealed({ events: [turned] })]
    expect(Object.keys(turned.data)).not.toEqual(Object.keys(event.data))
    expect(other.events[0]?.data).toBe(one.events[0]?.data)
    expect(other.events[0]?.content).toEqual(one.events[0]?.content)
  })

  it('is of a key that no other stream has', () => {
    const keys = [cartStream('a'), cartStream('a/b'), { type: 'order', id: 'a' }].map(
      (stream) => sealed({ stream }).key,
    )
    expect(new Set(keys).size).toBe(3)
  })

  it('knows its size, for the queue', () => {
    const one = sealed().bytes
    expect(one).toBeGreaterThan(200)
    expect(sealed({ events: [newEvent(itemAdded()), newEvent(itemAdded())] }).bytes).toBe(2 * one)
  })

  it('keeps nothing that is changed afterwards', () => {
    const data = { list: [1] }
    const { events } = sealed({ events: [{ ...newEvent(itemAdded()), data }] })
    data.list.push(2)
    expect(events[0]?.data).toBe('{"list":[1]}')
  })
})
