import { expect, test } from 'vitest'
import { parseCondition } from '@/lib/kit/wire/condition/parse-condition'
import { cartVocabulary } from '@/lib/shop/cart/wire/cart-vocabulary'
import { problemWords } from './problem-words'

test.each([
  ['total >', 'Something is missing: a number.'],
  ['total > mug', 'Here should stand a number.'],
  ['status > active', 'Here should stand = or !=.'],
  ['m'.repeat(501), 'Too long: at most 500 characters are read.'],
])('%s', (text, words) => {
  const parsed = parseCondition(text, cartVocabulary)
  expect(parsed.type === 'problem' && problemWords(parsed)).toBe(words)
})
