import { expect, test } from 'vitest'
import type { Actor } from '@/lib/kit/events/recorded-event'
import type { StreamName } from '@/lib/kit/events/stream-name'
import { eventOfStory } from '@/lib/kit/testing/event-of-story'
import type { StoryEvent } from '@/lib/kit/wire/api-stories'
import { actorWords } from '../view/actor-words'
import { eventPage } from '../view/event-page'
import { typeWords } from '../view/type-words'
import { causeWords } from './story-words'

const first = (actor: Actor, streamType = 'cart'): StoryEvent =>
  eventOfStory({ actor, streamType, streamId: 'a b', version: 3, causationId: 'c', commandId: null })
const guest = { kind: 'guest', id: 'g' } as const
const retail = { kind: 'import', id: 'retail.csv' } as const

test('a type is told in words', () => {
  expect(['CartCheckedOut', 'Item2Added', 'X'].map(typeWords)).toEqual([
    'Cart checked out',
    'Item2 added',
    'X',
  ])
})

test('a cause is told by what it is', () => {
  expect(causeWords({ type: 'command', id: 'c', first: first(guest) })).toBe('A command')
  const removing = { ...first(guest), commandType: 'RemoveItem' }
  expect(causeWords({ type: 'command', id: 'c', first: removing })).toBe('The command “Remove item”')
  expect(causeWords({ type: 'cause', id: 'c', first: first(retail) })).toBe('The import of retail.csv')
  expect(causeWords({ type: 'cause', id: 'c', first: first(guest) })).toBe('Something that isn’t shown: c')
})

test('people are told by kind, others by name too', () => {
  expect([guest, retail].map(actorWords)).toEqual(['guest', 'import retail.csv'])
})

test('an event has a page where its stream has one', () => {
  const pageOf = ({ type, id }: StreamName) =>
    type === 'diary' ? `/diaries/${encodeURIComponent(id)}` : undefined
  expect(eventPage({ pageOf }, first(guest, 'diary'))).toBe('/diaries/a%20b?v=3&e=3')
  expect(eventPage({ pageOf }, first(guest, 'other'))).toBeUndefined()
})
