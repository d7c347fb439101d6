import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRow } from './csv-row'

const readBack = (text: string): string[][] => parse(text, { record_delimiter: '\r\n' })

/** What a text was before it was guarded. */
const unguarded = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell)

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('"', ',', '\r', '\n', "'", '=', '+', '-', '@', '\t', ' ', 'a', '＝', 'é'),
  }),
)

describe('a row of CSV', () => {
  it('reads back as it was, whatever its texts hold', () => {
    const rows = fc.array(fc.array(nasty, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(rows, (written) => {
        const width = Math.max(...written.map((row) => row.length))
        const even = written.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
        const read = readBack(even.map(csvRow).join(''))
        expect(read.map((row) => row.map(unguarded))).toEqual(even)
      }),
    )
  })

  it('holds no text that a spreadsheet would run', () => {
    fc.assert(
      fc.property(nasty, nasty, (one, other) => {
        for (const cell of readBack(csvRow([one, other])).flat())
          expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
      }),
    )
  })

  it.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['-2,5', `"'-2,5"`],
    ['=HYPERLINK("http://evil.test")', `"'=HYPERLINK(""http://evil.test"")"`],
    ["'tis", "''tis"],
    ["O'Brien", "O'Brien"],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
  ])('writes %j as %j', (text, written) => {
    expect(csvRow([text, 'end'])).toBe(`${written},end\r\n`)
  })

  it('writes numbers as they are, and nothing for what is not there', () => {
    expect(csvRow([-5, 0, null, undefined, ''])).toBe('-5,0,,,\r\n')
  })
})
