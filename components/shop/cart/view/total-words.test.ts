import { expect, test } from 'vitest'
import { money } from '@/lib/shop/money'
import { totalWords } from './total-words'

const [none, pounds, dollars] = [money(0, 'USD'), money(900, 'GBP'), money(1599, 'USD')]

test('nothing is told in the currency of what came or went, anything else in its own', () => {
  expect([totalWords(none, pounds), totalWords(pounds, none)]).toEqual(['£0.00', '£9.00'])
  expect([totalWords(pounds, dollars), totalWords(dollars, pounds)]).toEqual(['£9.00', '$15.99'])
})
