import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import type { DomainEvent } from '@/lib/kit/events/recorded-event'
import { searchableTypes } from '@/lib/shop/wire/searchable-types'
import { isProcess } from '../player/process/process-view'
import { typeWords } from '../player/view/type-words'
import { viewOf } from './stream-views'

/** An event of each type that the shop's processes ever wrote, as it stands in a log. */
const samples = searchableTypes.filter(isProcess).flatMap((type) => {
  const folder = fileURLToPath(new URL(`../../lib/shop/${type.streamType}/wire/samples/`, import.meta.url))
  return readdirSync(folder).map((name) => ({
    name: `${type.streamType}: ${name}`,
    type,
    event: JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as DomainEvent,
  }))
})

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}/

it.each(samples)('$name is told in words and not by its type and ids', ({ type, event }) => {
  const view = viewOf(type)
  const words = view.sentence(event, view.namesOf(type.initial('one'), [event]))
  expect(words).not.toMatch(uuid)
  expect(words.startsWith(`${typeWords(event.type)}:`)).toBe(false)
  expect(words).toMatch(/^[A-Z“]/)
  expect(view.kinds[event.type]).toBeDefined()
})

it('there are some', () => expect(samples.length).toBeGreaterThan(20))
