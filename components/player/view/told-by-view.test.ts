import { describe, expect, it } from 'vitest'
import { diaryView } from '../testing/diary-view'
import { strokesOf } from '../transport/strokes'
import { plainKind } from './plain-kind'
import { kindOf, runSentenceOf, sentenceOf, weightOf } from './told-by-view'

/** As a newer server may send it. */
const unknown = { type: 'PageTorn', data: { page: 3 } }
const names = new Map()

describe('a type of event that a view does not know', () => {
  it('has a kind of its own, the same each time', () => {
    const kind = kindOf(diaryView, unknown.type)
    expect(kind).toBe(kindOf(diaryView, unknown.type))
    expect(kind).toBe(plainKind(unknown.type))
    expect(Object.values(diaryView.kinds)).not.toContain(kind)
  })

  it('is told by its name', () => {
    expect(sentenceOf(diaryView, unknown, names)).toBe('Page torn')
    expect(runSentenceOf(diaryView, 1_200, unknown, unknown, names)).toBe('Page torn 1,200 times')
  })

  it('is drawn on the strip', () => {
    expect(weightOf(diaryView, unknown.type, unknown)).not.toBe('bound')
    const column = { counts: { PageTorn: 3 }, last: 3, from: 0, to: 1, isGap: false }
    const [strokes] = strokesOf(diaryView, [column], () => unknown)
    expect(strokes?.map(({ type }) => type)).toEqual(['PageTorn', 'PageTorn'])
    expect(strokes?.every(({ from, to }) => Number.isFinite(from) && Number.isFinite(to))).toBe(true)
  })

  it.each(['constructor', 'toString', '__proto__', ''])(
    'is not taken for what every object has: %j',
    (type) => {
      const event = { type, data: {} }
      expect(kindOf(diaryView, type)).toBe(plainKind(type))
      expect(sentenceOf(diaryView, event, names)).toBe(type === 'toString' ? 'to string' : type)
    },
  )
})

it('a type that is known is told as the view tells it', () => {
  const opened = { type: 'DiaryOpened', data: { owner: 'ann' } }
  expect(sentenceOf(diaryView, opened, names)).toBe('Diary opened')
  expect(kindOf(diaryView, 'DiaryOpened')).toBe(diaryView.kinds.DiaryOpened)
  expect(weightOf(diaryView, 'DiaryOpened', opened)).toBe('bound')
})
