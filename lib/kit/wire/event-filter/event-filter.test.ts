import { describe, expect, it } from 'vitest'
import type { ScannedEvent } from '../scan'
import type { EventSubjects } from '../searchable-type'
import type { FilterLanguage } from './filter-language'
import { matchesEvent } from './matches-event'
import { parseEventFilter } from './parse-event-filter'
import { printEventFilter } from './print-event-filter'
import { createSubjectNames } from './subject-names'

const text = (data: object, field: string): string | undefined => {
  const value: unknown = Reflect.get(data, field)
  return typeof value === 'string' ? value : undefined
}
const subjects: EventSubjects = {
  field: 'note',
  subjectOf: ({ data }) => text(data, 'noteId'),
  nameIn: ({ data }) => text(data, 'title'),
}
const notebooks: FilterLanguage = { eventNames: ['NoteWritten', 'NoteRemoved'], subjects }
const plain: FilterLanguage = { eventNames: ['Listed'] }

const event = (type: string, data: object): ScannedEvent => ({
  type,
  data,
  version: 1,
  at: 0,
  actor: { kind: 'system', id: 'tests' },
})
const written = event('NoteWritten', { noteId: 'tea', title: 'On tea' })
const removed = event('NoteRemoved', { noteId: 'tea' })
const told = [written, removed]

const found = (written: string, language: FilterLanguage, events: readonly ScannedEvent[]): string[] => {
  const parsed = parseEventFilter(written, language)
  if (parsed.type !== 'parsed') throw new Error(JSON.stringify(parsed))
  expect(printEventFilter(parsed.filter)).toBe(written)
  const names = createSubjectNames(language.subjects)
  for (const each of events) names.keep(each)
  const matches = matchesEvent(parsed.filter, language.subjects, names.nameOf)
  return events.filter(matches).map(({ type }) => type)
}

describe('what events are about', () => {
  it('is asked for by the field that their type names, by its id or by the name it was given first', () => {
    expect(found('note:tea', notebooks, told)).toEqual(['NoteWritten', 'NoteRemoved'])
    expect(found('note:"on tea"', notebooks, told)).toEqual(['NoteWritten', 'NoteRemoved'])
    expect(found('note:pot', notebooks, told)).toEqual([])
    expect(found('"on tea" type:NoteRemoved', notebooks, told)).toEqual(['NoteRemoved'])
  })

  it('can not be asked for where they are about the whole stream', () => {
    expect(parseEventFilter('note:tea', plain)).toMatchObject({
      type: 'UnknownField',
      options: ['type', 'actor', 'after', 'before', 'at'],
    })
    expect(found('tea', plain, told)).toEqual(['NoteWritten', 'NoteRemoved'])
    expect(found('"on tea"', plain, told)).toEqual(['NoteWritten'])
  })
})

it('the types of events are those of the type of streams', () => {
  expect(found('type:NoteRemoved', notebooks, told)).toEqual(['NoteRemoved'])
  expect(parseEventFilter('type:Listed', notebooks)).toMatchObject({
    type: 'UnknownType',
    found: 'Listed',
    options: ['NoteWritten', 'NoteRemoved'],
  })
})
