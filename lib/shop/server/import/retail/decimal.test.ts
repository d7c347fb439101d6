import { describe, expect, it } from 'vitest'
import { type DecimalMark, markOf, readDecimal } from './decimal'

const read = (text: string, mark?: DecimalMark) => {
  const decimal = readDecimal(text, mark)
  if (!decimal) return undefined
  return decimal.type === 'decimal' ? `${decimal.whole}.${decimal.fraction}` : decimal.readings.join(' or ')
}

describe('readDecimal', () => {
  it.each([
    ['2.55', '2.55'],
    ['2,55', '2.55'],
    ['15', '15.'],
    ['1234.5', '1234.5'],
    ['1.234,56', '1234.56'],
    ['1,234.56', '1234.56'],
    ['1,234,567', '1234567.'],
    ['1.234.567,8', '1234567.8'],
    ['1 234,56', '1234.56'],
    ['1\u00a0234', '1234.'],
    ["1'234.56", '1234.56'],
    ['0.001', '0.001'],
    ['0,001', '0.001'],
    ['1.1000', '1.1000'],
    ['1234,567', '1234.567'],
    ['1,234', '1234 or 1.234'],
  ])('reads %s', (text, expected) => expect(read(text)).toBe(expected))

  it('reads what could be two numbers as its column says', () => {
    expect(read('1,234', '.')).toBe('1234.')
    expect(read('1,234', ',')).toBe('1.234')
    expect(read('1.234', '.')).toBe('1.234')
    expect(read('1.234', ',')).toBe('1234.')
  })

  it.each([
    '',
    '-1',
    '+1',
    '1e3',
    'free',
    '1,2,3',
    '1,23,456',
    '1.234.56',
    '12 34',
    '.5',
    ',',
    '1'.repeat(41),
  ])('finds no number in "%s"', (text) => expect(readDecimal(text, undefined)).toBeUndefined())
})

describe('markOf', () => {
  it.each([
    ['2.55', '.'],
    ['-2,5', ','],
    ['1.234,56', ','],
    ['1,234.56', '.'],
    ['1.234.567', ','],
    ['0.001', '.'],
    ['1,2345', ','],
    ['1,234', undefined],
    ['6', undefined],
    ['free', undefined],
  ])('%s shows %s', (text, mark) => expect(markOf(text)).toBe(mark))
})
