import { describe, expect, it } from 'vitest'
import { newEvent, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import type { Append } from './event-store'
import { seal } from './seal'

const sealed = (overrides: Partial<Append> = {}) =>
  seal({ stream: notebookStream('one'), expectedVersion: 0, events: [newEvent(noteWritten())], ...overrides })

describe('a sealed append', () => {
  it('has canonical JSON, whatever order its data came in', () => {
    const event = newEvent(noteWritten())
    const { noteId, ...rest } = event.data as { noteId: string }
    const turned = { ...event, data: { ...rest, noteId } }
    const [one, other] = [sealed({ events: [event] }), sealed({ events: [turned] })]
    expect(Object.keys(turned.data)).not.toEqual(Object.keys(event.data))
    expect(other.events[0]?.data).toBe(one.events[0]?.data)
    expect(other.events[0]?.content).toEqual(one.events[0]?.content)
  })

  it('is of a key that no other stream has', () => {
    const keys = [notebookStream('a'), notebookStream('a/b'), { type: 'shelf', id: 'a' }].map(
      (stream) => sealed({ stream }).key,
    )
    expect(new Set(keys).size).toBe(3)
  })

  it('knows its size, for the queue', () => {
    const event = () => newEvent(noteWritten('n'.repeat(100)))
    const one = sealed({ events: [event()] }).bytes
    expect(one).toBeGreaterThan(200)
    expect(sealed({ events: [event(), event()] }).bytes).toBe(2 * one)
  })

  it('keeps nothing that is changed afterwards', () => {
    const data = { list: [1] }
    const { events } = sealed({ events: [{ ...newEvent(noteWritten()), data }] })
    data.list.push(2)
    expect(events[0]?.data).toBe('{"list":[1]}')
  })
})
