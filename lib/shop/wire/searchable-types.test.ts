import { expect, it } from 'vitest'
import { searchableOf, searchableTypes } from './searchable-types'
import { streamTypes } from './stream-types'

it('every type of streams can be searched, by all types of its events', () => {
  const written = streamTypes.all.map(({ streamType, eventTypes }) => [streamType, Object.keys(eventTypes)])
  expect(searchableTypes.map(({ streamType, eventNames }) => [streamType, eventNames])).toEqual(written)
})

it('a type is found by its name, and no other', () => {
  for (const type of searchableTypes) expect(searchableOf(type.streamType)).toBe(type)
  expect(() => searchableOf('invoice')).toThrow('invoice')
})
