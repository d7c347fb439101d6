import { describe, expect, it } from 'vitest'
import { createRecords } from './records'

const read = (...texts: string[]) => {
  const records = createRecords({
    separator: ',',
    columns: 4,
    isRow: ([first = '', ...others]) => /^\d+$/.test(first) && others.length > 1,
    pick: (fields) => fields,
  })
  const lines = texts.map((text, index) => ({ number: index + 1, text, isTooLong: false }))
  return [...records.add(lines), ...records.end()].map((row) => {
    const what = row.type === 'values' ? row.values.join('|') : row.type === 'refused' ? row.reason : row.type
    return row.lines === 1 ? `${row.line} ${what}` : `${row.line}+${row.lines} ${what}`
  })
}

describe('rows of lines', () => {
  it('lets a field run over line ends', () =>
    expect(read('1,"a', 'b', '', 'c",2,3', '2,x,y,z')).toEqual(['1+4 1|a\nb\n\nc|2|3', '5 2|x|y|z']))

  it('refuses a line whose quote runs into a row, and reads that row', () =>
    expect(read('1,"12 INCH,2,3', '2,MUG,2,3', '3,JUG 12",2,3', '4,x,y,z')).toEqual([
      '1 quoteOverRows',
      '2 2|MUG|2|3',
      '3 3|JUG 12"|2|3',
      '4 4|x|y|z',
    ]))

  it('refuses it also when the row behind it has one column too few or too many', () => {
    expect(read('1,"12 INCH,2,3', '2,MUG",2')).toEqual(['1 quoteOverRows', '2 wrongColumns'])
    expect(read('1,"12 INCH,2,3', '2,MUG,12",2,3')).toEqual(['1 quoteOverRows', '2 wrongColumns'])
  })

  it('reads on behind a quote that never closes', () =>
    expect(read('1,"a', 'b', 'c,d', '2,x,y,z')).toEqual([
      '1 quoteOverRows',
      '2 wrongColumns',
      '3 wrongColumns',
      '4 2|x|y|z',
    ]))

  it('refuses the last line when its quote is open', () =>
    expect(read('1,x,y,z', '2,"a', 'b')).toEqual(['1 1|x|y|z', '2 quoteNotClosed', '3 wrongColumns']))

  it('makes no row of what comes to the wrong number of columns over line ends', () =>
    expect(read('1,"a', 'b",c', '2,x,y,z')).toEqual(['1 quoteNotClosed', '2 wrongColumns', '3 2|x|y|z']))

  it('takes no stray quote over a line end for the end of a field', () =>
    expect(read('1,"a', 'b "c",2,3', '2,x,y,z')).toEqual(['1 quoteNotClosed', '2 wrongColumns', '3 2|x|y|z']))

  it('gives each of two open quotes its own line', () =>
    expect(read('1,"a,2,3', '2,"b,2,3', '3,x,y,z')).toEqual([
      '1 quoteOverRows',
      '2 quoteOverRows',
      '3 3|x|y|z',
    ]))

  it('holds no more than so many lines', () => {
    const rows = read('1,"a', ...Array(150).fill('b'), 'c",2,3', '2,x,y,z')
    expect(rows[0]).toBe('1 quoteNotClosed')
    expect(rows.at(-1)).toBe('153 2|x|y|z')
    expect(rows).toHaveLength(153)
  })
})
