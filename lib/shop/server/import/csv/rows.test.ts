import { describe, expect, it } from 'vitest'
import { tableOf } from '../fixtures/source'
import type { Columns, TableRow } from '../table'

const columns: Columns = {
  names: [['Code'], ['Name']],
  isRow: ([code]) => /^\d+$/.test(code ?? ''),
}

const read = async (content: readonly string[] | Buffer, pieceBytes?: number): Promise<TableRow[]> => {
  const rows: TableRow[] = []
  const table = tableOf(content, { columns, ...(pieceBytes && { pieceBytes }) })
  for await (const some of table.rows()) rows.push(...some)
  expect(rows.reduce((sum, { lines }) => sum + lines, 0)).toBe(table.linesRead())
  return rows
}

const values = async (content: readonly string[] | Buffer) =>
  (await read(content)).flatMap((row) => (row.type === 'values' ? [row.values] : []))

describe('readCsv', () => {
  it('finds columns by their names, whatever else there is', async () => {
    expect(await values(['Colour,Name,Code', 'white,Lantern,71053'])).toEqual([['71053', 'Lantern']])
  })

  it('minds neither case nor spaces nor marks in names', async () => {
    expect(await values(['  NAME ,"code."', 'Lantern,71053'])).toEqual([['71053', 'Lantern']])
  })

  it('takes a byte order mark, CRLF, quotes and blank lines', async () => {
    const text = '\ufeff"Code",Name\r\n71053," White ""metal"", £2\nlantern "\r\n\r\n22,Mug\r\n,\r\n'
    expect(await read(Buffer.from(text))).toEqual([
      { type: 'header', line: 1, lines: 1 },
      { type: 'values', line: 2, lines: 2, values: ['71053', 'White "metal", £2\nlantern'] },
      { type: 'blank', line: 4, lines: 1 },
      { type: 'values', line: 5, lines: 1, values: ['22', 'Mug'] },
      { type: 'blank', line: 6, lines: 1 },
    ])
  })

  it.each([
    ['LF below CRLF', 'Code,Name\r\n1,A\n2,B\n3,C'],
    ['CRLF below LF', 'Code,Name\n1,A\r\n2,B\r\n3,C\r\n'],
    ['CR below CRLF', 'Code,Name\r\n1,A\r2,B\r3,C\r'],
    ['CR', 'Code,Name\r1,A\r2,B\r3,C'],
  ])('reads every row with %s', async (_, text) => {
    const rows = await read(Buffer.from(text))
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 3, 4])
    expect(await values(Buffer.from(text))).toEqual([
      ['1', 'A'],
      ['2', 'B'],
      ['3', 'C'],
    ])
  })

  it.each([1, 2, 3, 7])('reads the same in pieces of %i bytes', async (pieceBytes) => {
    const text = Buffer.from('\ufeffCode,Name\r\n1,"TIN £5\r\n– CAFÉ"\r\n\r2,B\n3,"C\n')
    expect(await read(text, pieceBytes)).toEqual(await read(text))
  })

  it.each([';', '\t', '|'])('takes %j between columns', async (separator) => {
    const lines = [
      ['Code', 'Name'],
      ['1', '"a; b\t| c"'],
      ['2', 'Mug, blue'],
    ].map((line) => line.join(separator))
    expect(await values(lines)).toEqual([
      ['1', 'a; b\t| c'],
      ['2', 'Mug, blue'],
    ])
  })

  it('takes the line that tells Excel the separator for a part of the header', async () => {
    expect(await read(['sep=;', 'Code;Name', '1;Mug'])).toMatchObject([
      { type: 'header', line: 1 },
      { type: 'header', line: 2 },
      { values: ['1', 'Mug'] },
    ])
  })

  it('takes a quote in the middle for what it is', async () => {
    expect(await values(['Code,Name', '1,12" RULER', '2,"12" RULER"', '3,MUG'])).toEqual([
      ['1', '12" RULER'],
      ['2', '12" RULER'],
      ['3', 'MUG'],
    ])
  })

  it('reads UTF-8, UTF-16 and Windows’ encoding alike', async () => {
    const expected = [['1', 'TIN £5 – CAFÉ']]
    const text = 'Code,Name\n1,TIN £5 – CAFÉ\n'
    expect(await values(Buffer.from(text, 'utf8'))).toEqual(expected)
    expect(await values(Buffer.from('Code,Name\n1,TIN \xa35 \x96 CAF\xc9\n', 'latin1'))).toEqual(expected)
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
    expect(await values(utf16)).toEqual(expected)
    expect(await values(Buffer.from(utf16).swap16())).toEqual(expected)
  })

  it('refuses a row with too few or too many columns', async () => {
    expect(await read(['Code,Name', '1', '1,2,3', '1,2'])).toMatchObject([
      { type: 'header' },
      { type: 'refused', line: 2, reason: 'wrongColumns' },
      { type: 'refused', line: 3, reason: 'wrongColumns' },
      { type: 'values', line: 4, values: ['1', '2'] },
    ])
  })

  it('says which columns are missing', async () => {
    await expect(read(['Id,Name', '1,2'])).rejects.toThrow('sales.csv: No column Code.')
  })

  it('asks which of two columns of one name is meant', async () => {
    await expect(read(['Code,Name,CODE', '1,2,3'])).rejects.toThrow(
      'The columns Code and CODE are one and the same',
    )
  })

  it.each(['', '\n\n', 'sep=;\n'])('says that a file is empty: %j', async (text) => {
    await expect(read(Buffer.from(text))).rejects.toThrow('The file is empty')
  })

  it('does not take just anything into memory', async () => {
    const long = 'x'.repeat(100_000)
    expect(await read(['Code,Name', `1,${long}`, `2,"${long}`, '3,C'])).toMatchObject([
      { type: 'header' },
      { type: 'refused', line: 2, reason: 'lineTooLong' },
      { type: 'refused', line: 3, reason: 'lineTooLong' },
      { type: 'values', line: 4 },
    ])
  })
})
