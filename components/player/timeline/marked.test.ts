import { expect, test } from 'vitest'
import { splitAt } from './marked'

test('every other piece is what was looked for, in whatever case', () => {
  expect(splitAt('2 x Ceramic Mug added', ['mug'])).toEqual(['2 x Ceramic ', 'Mug', ' added'])
  expect(splitAt('mug', ['mug'])).toEqual(['', 'mug', ''])
  expect(splitAt('nothing', ['mug'])).toEqual(['nothing'])
  expect(splitAt('nothing', [])).toEqual(['nothing'])
})

test('what means something in a pattern is looked for as it is', () => {
  expect(splitAt('a (b) a.b', ['(b)', '.'])).toEqual(['a ', '(b)', ' a', '.', 'b'])
})

test('the longer of two that begin alike is marked', () => {
  expect(splitAt('mugs', ['mug', 'mugs'])).toEqual(['', 'mugs', ''])
})
