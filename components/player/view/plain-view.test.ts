import { describe, expect, it } from 'vitest'
import { isRecord } from '@/lib/kit/history/diff'
import { parseCondition } from '@/lib/kit/wire/condition/parse-condition'
import { parseEventFilter } from '@/lib/kit/wire/event-filter/parse-event-filter'
import { diary, opened, recordedDiary, written } from '../testing/diary'
import { plainKind } from './plain-kind'
import { plainView } from './plain-view'

const view = plainView(diary, {
  pageOf: ({ type, id }) => `/${type}/${id}`,
  storyPageOf: (correlationId) => `/stories/${correlationId}`,
  hintOf: (value) =>
    isRecord(value) && typeof value.degrees === 'number' ? `${value.degrees} °C` : undefined,
})
const told = (data: object) => view.sentence({ type: 'DayMeasured', data }, undefined)

describe('a stream without a view of its own', () => {
  it('tells its events by their types and short values', () => {
    expect(view.sentence(opened, undefined)).toBe('Diary opened: owner ann')
    expect(view.sentence(written('monday', 3), undefined)).toBe(
      'Entry written: id monday, title On monday, lines 3',
    )
    expect(told({})).toBe('Day measured')
  })

  it('leaves out what is long, nested or not there, and tells no more than three', () => {
    expect(told({ text: 'x'.repeat(41), list: [1], none: null, empty: '', isDry: true })).toBe(
      'Day measured: is dry true',
    )
    expect(told({ atNoon: { degrees: 4 }, a: 1, b: 2, c: 3 })).toBe('Day measured: at noon 4 °C, a 1, b 2')
  })

  it('tells a run by how often', () => {
    expect(view.runSentence(1_000, opened, written(), undefined)).toBe('Entry written 1,000 times')
  })

  it('has a kind for each type, and beginnings that bound the strip', () => {
    expect(Object.keys(view.kinds)).toEqual(diary.eventNames)
    expect(view.kinds.EntryStruck).toBe(plainKind('EntryStruck'))
    expect(diary.eventNames.map((type) => view.weightOf(type, undefined))).toEqual([
      'bound',
      { rise: 1, fall: 0 },
      { rise: 1, fall: 0 },
    ])
  })

  it('is inspected between an event and the one before', () => {
    expect(recordedDiary([opened, written()]).map((event) => view.versionBefore(event))).toEqual([0, 1])
  })

  it('offers no what-if, and searches that can be asked', async () => {
    expect(view).not.toHaveProperty('loadWhatIfView')
    const search = await view.loadSearchView()
    expect(parseCondition(search.conditionPlaceholder, diary.vocabulary).type).toBe('parsed')
    for (const [text] of search.filterExamples) expect(parseEventFilter(text, diary).type).toBe('parsed')
  })
})
