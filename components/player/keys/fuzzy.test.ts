import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fuzzyScore } from './fuzzy'

const ranked = (typed: string, texts: readonly string[]) =>
  texts
    .filter((text) => fuzzyScore(typed, text) !== undefined)
    .sort((one, other) => (fuzzyScore(typed, other) ?? 0) - (fuzzyScore(typed, one) ?? 0))

test('starts of words come first, then letters in a row', () => {
  expect(ranked('nb', ['Next breakpoint', 'Unbearable', 'Next event'])).toEqual([
    'Next breakpoint',
    'Unbearable',
  ])
  expect(ranked('event', ['Filter the events', 'Every venture'])).toEqual([
    'Filter the events',
    'Every venture',
  ])
  expect(ranked('next br', ['Next breakpoint', 'Next change of the chosen line'])).toEqual([
    'Next breakpoint',
  ])
})

test('any letters of a text, in their order, fit it; one too many does not', () => {
  fc.assert(
    fc.property(fc.string(), fc.infiniteStream(fc.boolean()), (text, keep) => {
      const typed = [...text.toLowerCase()].filter(() => keep.next().value).join('')
      expect(fuzzyScore(typed, text)).toBeDefined()
      expect(fuzzyScore(`${text}x`, text)).toBeUndefined()
    }),
  )
})
