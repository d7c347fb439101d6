import { describe, expect, it, test } from 'vitest'
import { holds } from './holds'
import { parseCondition, parseStreamValue } from './parse-condition'
import { printCondition } from './print-condition'
import { type ConditionVocabulary, pathVocabulary } from './vocabulary'

interface Notebook {
  readonly owner: string
  readonly notes: readonly { readonly id: string; readonly lines: number }[]
  readonly version: number
}

const notebook: Notebook = { owner: 'ann', notes: [{ id: 'tea', lines: 3 }], version: 2 }

const vocabulary: ConditionVocabulary<Notebook> = {
  values: {
    lines: {
      takesArgument: true,
      valueIn: ({ notes }, id) => notes.find((note) => note.id === id)?.lines,
    },
    mood: { words: ['calm', 'Wild'], valueIn: ({ notes }) => (notes.length > 1 ? 'Wild' : 'calm') },
  },
  roots: ['owner', 'notes'],
  hints: { condition: 'a condition', value: 'a value', argument: 'a note’s id' },
}

const isTrue = (text: string, words: ConditionVocabulary<Notebook> = vocabulary): boolean => {
  const parsed = parseCondition(text, words)
  if (parsed.type !== 'parsed') throw new Error(`${text}: ${JSON.stringify(parsed)}`)
  expect(parseCondition(printCondition(parsed.found), words)).toEqual(parsed)
  return holds(parsed.found, words)(notebook)
}
const problemOf = (text: string, words: ConditionVocabulary<Notebook> = vocabulary) => {
  const parsed = parseCondition(text, words)
  return parsed.type === 'problem' ? parsed : undefined
}

test.each([
  'lines(tea) = 3',
  'LINES("tea") > 2',
  'lines(pot) != 1',
  'not lines(pot) < 9',
  'mood = CALM',
  'owner = ann',
])('what a vocabulary names can be asked: %s', (text) => {
  expect(isTrue(text)).toBe(true)
})

describe('what a vocabulary lacks', () => {
  it('is no value, and no root of a path', () => {
    expect(problemOf('total > 5')).toMatchObject({ at: 0, expected: 'condition', hint: 'a condition' })
    expect(problemOf('version = 2')).toMatchObject({ at: 0, expected: 'condition' })
    expect(parseStreamValue('total', vocabulary)).toMatchObject({ expected: 'value', hint: 'a value' })
  })

  it('makes `has` a word like any other, and lists without keys are walked by place', () => {
    expect(problemOf('has(tea)')).toMatchObject({ at: 0, found: 'has', expected: 'condition' })
    expect(isTrue('notes[0].lines = 3')).toBe(true)
    expect(isTrue('notes[tea].lines != 3')).toBe(true)
  })

  it('is told by what could stand there', () => {
    expect(problemOf('mood = sad')).toMatchObject({ expected: 'word', hint: 'one of calm, Wild' })
    expect(problemOf('lines tea')).toMatchObject({ expected: '(', hint: '( and a note’s id' })
  })
})

test('a type that names nothing is asked by paths into its state', () => {
  const paths = pathVocabulary(notebook)
  expect(isTrue('notes[0].id = tea and version > 1', paths)).toBe(true)
  expect(problemOf('lines(tea) = 3', paths)).toMatchObject({ at: 0, hint: 'a condition, like owner = 1' })
})
