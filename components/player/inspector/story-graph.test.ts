import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { eventOfStory } from '@/lib/kit/testing/event-of-story'
import type { StoryEvent } from '@/lib/kit/wire/api-stories'
import { type StoryNode, storyGraph } from './story-graph'

const event = (eventId: string, over: Partial<StoryEvent> = {}): StoryEvent =>
  eventOfStory({ eventId, streamType: 'cart', causationId: 'c1', commandId: 'c1', ...over })
const order = { streamType: 'order', streamId: 'nine' }

/** The tree in words: key (children). */
const shape = ({ key, children }: StoryNode): string =>
  children.length === 0 ? key : `${key} (${children.map(shape).join(', ')})`
const shapeOf = (events: readonly StoryEvent[]) => storyGraph(events, 'cart/one').roots.map(shape)

describe('who caused whom', () => {
  it('is the command, where one did', () => {
    expect(shapeOf([event('a'), event('b')])).toEqual(['command c1 (a, b)'])
  })

  it('is the command, also where it was sent without an id', () => {
    const created = event('a', { causationId: 'made-here', commandId: null, commandType: 'CreateCart' })
    expect(shapeOf([created])).toEqual(['command made-here (a)'])
  })

  it('is an event that led to a command, in another stream', () => {
    const placed = event('b', { ...order, causationId: 'a', commandId: 'c2' })
    expect(shapeOf([event('a'), placed])).toEqual(['command c1 (a (command c2 (b)))'])
  })

  it('is an event itself, where no command stands between', () => {
    expect(shapeOf([event('a'), event('b', { causationId: 'a', commandId: null })])).toEqual([
      'command c1 (a (b))',
    ])
  })

  it('is what is named, where it is no event of the page', () => {
    const imported = { causationId: 'invoice', commandId: null }
    expect(shapeOf([event('a', imported), event('b', { ...imported, ...order })])).toEqual([
      'cause invoice (a, b)',
    ])
  })

  it('is never something later, nor the event itself', () => {
    const circle = [
      event('a', { causationId: 'b', commandId: null }),
      event('b', { causationId: 'a', commandId: null }),
      event('c', { causationId: 'c', commandId: null }),
    ]
    expect(shapeOf(circle)).toEqual(['cause b (a (b))', 'cause c (c)'])
  })
})

describe('where it stands', () => {
  it('is a lane for each stream, the home stream first, and none for what is outside', () => {
    const graph = storyGraph([event('a', order), event('b')], 'cart/one')
    expect(graph.nodes.map(({ key, lane }) => [key, lane])).toEqual([
      ['command c1', 0],
      ['a', 2],
      ['b', 1],
    ])
    expect(graph.lanes).toBe(3)
  })

  it('is the last lane for the many', () => {
    const many = Array.from({ length: 30 }, (_, nth) => event(`${nth}`, { streamId: `${nth}` }))
    const { nodes, lanes } = storyGraph(many, 'cart/one')
    expect(lanes).toBe(8)
    expect(Math.max(...nodes.map(({ lane }) => lane))).toBe(7)
  })

  it('leads edges around what stands in their way', () => {
    const placed = event('b', { ...order, causationId: 'a', commandId: 'c2' })
    const { edges } = storyGraph([event('a'), placed, event('z')], 'cart/one')
    expect(edges.filter(({ goesAround }) => goesAround).map(({ from, to }) => [from.key, to.key])).toEqual([
      ['command c1', 'z'],
    ])
  })
})

test('whatever is said to cause what, each event stands once, below its cause', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f']
  const any = fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          causationId: fc.constantFrom(...ids, 'outside'),
          commandId: fc.constantFrom(null, 'c1', 'c2'),
          streamId: fc.constantFrom('one', 'two'),
        })
        .map((over) => event(id, over)),
    ),
  )
  fc.assert(
    fc.property(any, (events) => {
      const { nodes, edges, roots } = storyGraph(events, 'cart/one')
      const placed = nodes.flatMap(({ what }) => (what.type === 'event' ? [what.event.eventId] : []))
      expect(placed.toSorted()).toEqual(ids)
      expect(nodes.map(({ row }) => row)).toEqual(nodes.map((_, index) => index))
      expect(edges.length).toBe(nodes.length - roots.length)
      expect(edges.every(({ from, to }) => from.row < to.row)).toBe(true)
    }),
  )
})
