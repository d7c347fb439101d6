import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderOf, readDate } from './date'

const at = (text: string, order?: 'day-first' | 'month-first') => {
  const read = readDate(text, order)
  return read?.type === 'date' ? read.at : read
}

describe('readDate', () => {
  it.each([
    ['2010-12-01T08:26:00', '2010-12-01T08:26:00.000Z'],
    ['2010-12-01T08:26', '2010-12-01T08:26:00.000Z'],
    ['2010-12-01 08:26:59', '2010-12-01T08:26:59.000Z'],
    ['2010/12/1 8:26', '2010-12-01T08:26:00.000Z'],
    ['2010-12-01T08:26:00.000Z', '2010-12-01T08:26:00.000Z'],
    ['2010-12-01T08:26:00.1234+01:00', '2010-12-01T07:26:00.123Z'],
    ['2010-12-01 08:26 -0330', '2010-12-01T11:56:00.000Z'],
    ['2010-12-01', '2010-12-01T00:00:00.000Z'],
    ['1/31/2011 16:05', '2011-01-31T16:05:00.000Z'],
    ['31/1/2011 16:05', '2011-01-31T16:05:00.000Z'],
    ['31-01-11 16:05', '2011-01-31T16:05:00.000Z'],
    ['31/12/69', '2069-12-31T00:00:00.000Z'],
    ['31/12/70', '1970-12-31T00:00:00.000Z'],
    ['12/12/2010 8:26', '2010-12-12T08:26:00.000Z'],
    ['01.12.2010 08:26', '2010-12-01T08:26:00.000Z'],
    ['1 Dec 2010, 8:26', '2010-12-01T08:26:00.000Z'],
    ['01-DEC-10 08:26', '2010-12-01T08:26:00.000Z'],
    ['December 1, 2010 8:26 pm', '2010-12-01T20:26:00.000Z'],
    ['12/13/2010 12:05 AM', '2010-12-13T00:05:00.000Z'],
    ['12/13/2010 12:05:07 p.m.', '2010-12-13T12:05:07.000Z'],
    ['40513.35138888889', '2010-12-01T08:26:00.000Z'],
    ['40513', '2010-12-01T00:00:00.000Z'],
  ])('reads %s', (text, date) => expect(at(text)).toBe(date))

  it.each([
    ['day-first', '2010-01-12T20:26:00.000Z'],
    ['month-first', '2010-12-01T20:26:00.000Z'],
  ] as const)('reads 12/1/10 8:26 PM as its column says: %s', (order, date) =>
    expect(at('12/1/10 8:26 PM', order)).toBe(date),
  )

  it('says what a date could be when its column doesn’t', () =>
    expect(readDate('01-12-2010 08:26', undefined)).toEqual({
      type: 'twoDates',
      dayFirst: '2010-12-01T08:26:00.000Z',
      monthFirst: '2010-01-12T08:26:00.000Z',
    }))

  it('takes the only date there is, whatever the column says', () =>
    expect(at('13/12/2010', 'month-first')).toBe('2010-12-13T00:00:00.000Z'))

  it.each([
    '',
    'yesterday',
    '2011-02-30T10:00:00',
    '2010-13-01T08:26:00',
    '31.31.2011',
    '2011-01-31T24:00:00',
    '2011-01-31T10:60',
    '2011-01-31 13:00 PM',
    '2011-01-31 0:30 AM',
    '2011-01-31T10:00+15:00',
    '0000-01-01T00:00:00',
    '9999-12-31T23:59-01:00',
    '1 Marble 2010',
    '12345',
    '1291191960',
    '1/2/3/2010',
    '1/12-2010',
    '1/12/010',
  ])('finds no date in "%s"', (text) => expect(readDate(text, undefined)).toBeUndefined())

  it('takes any text for a date that exists, or for none, and never long', () => {
    const parts = fc.constantFrom(
      '1',
      '12',
      '31',
      '2010',
      '10',
      '/',
      '-',
      '.',
      ' ',
      'T',
      ':',
      '08',
      'PM',
      'Z',
      '+01:00',
      'Dec',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 14 }), (pieces) => {
        const read = readDate(pieces.join(''), undefined)
        const dates = read?.type === 'date' ? [read.at] : read ? [read.dayFirst, read.monthFirst] : []
        for (const date of dates) expect(new Date(date).toISOString()).toBe(date)
      }),
    )
    expect(readDate(' '.repeat(1_000_000), undefined)).toBeUndefined()
  })
})

describe('orderOf', () => {
  it.each([
    ['13/12/2010 08:26', 'day-first'],
    ['12/13/10', 'month-first'],
    ['31-01-2010', 'day-first'],
    ['01/12/2010', undefined],
    ['13/13/2010', undefined],
    ['2010-12-13', undefined],
    ['13.12.2010', undefined],
  ])('%s shows %s', (text, order) => expect(orderOf(text)).toBe(order))
})
