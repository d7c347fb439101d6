import { describe, expect, it } from 'vitest'
import { readDate } from './date'

describe('readDate', () => {
  it.each([
    ['2010-12-01T08:26:00', '2010-12-01T08:26:00.000Z'],
    ['2010-12-01T08:26', '2010-12-01T08:26:00.000Z'],
    ['2010-12-01 08:26:59', '2010-12-01T08:26:59.000Z'],
    ['12/1/2010 8:26', '2010-12-01T08:26:00.000Z'],
    ['1/31/2011 16:05', '2011-01-31T16:05:00.000Z'],
  ])('reads %s', (text, date) => expect(readDate(text)).toBe(date))

  it.each([
    '',
    'yesterday',
    '2011-02-30T10:00:00',
    '31/1/2011 16:05',
    '2011-01-31T24:00:00',
    '0000-01-01T00:00:00',
    '2011-01-31',
  ])('finds no date in "%s"', (text) => expect(readDate(text)).toBeUndefined())
})
