import { describe, expect, it } from 'vitest'
import { sourceOf } from '../fixtures/source'
import { type CsvRow, openRows } from './rows'

const columns = ['Code', 'Name']

const read = async (content: readonly string[] | Buffer): Promise<CsvRow[]> => {
  const rows: CsvRow[] = []
  for await (const row of await openRows(sourceOf(content), columns)) rows.push(row)
  return rows
}

const values = async (content: readonly string[] | Buffer) => (await read(content)).map((row) => row.values)

describe('openRows', () => {
  it('finds columns by their names, whatever else there is', async () => {
    expect(await values(['Colour,Name,Code', 'white,Lantern,71053'])).toEqual([['71053', 'Lantern']])
  })

  it('takes a byte order mark, CRLF, quotes and blank lines', async () => {
    const text = '\ufeff"Code",Name\r\n71053," White ""metal"", £2\nlantern "\r\n\r\n22,Mug\r\n'
    expect(await read(Buffer.from(text))).toEqual([
      { line: 3, values: ['71053', 'White "metal", £2\nlantern'] },
      { line: 5, values: ['22', 'Mug'] },
    ])
  })

  it('takes a quote in the middle for what it is', async () => {
    expect(await values(['Code,Name', '1,12" RULER', '2,MUG'])).toEqual([
      ['1', '12" RULER'],
      ['2', 'MUG'],
    ])
  })

  it('reads UTF-8 and Windows’ encoding alike', async () => {
    const expected = [['1', 'TIN £5 – CAFÉ']]
    expect(await values(Buffer.from('Code,Name\n1,TIN £5 – CAFÉ\n', 'utf8'))).toEqual(expected)
    expect(await values(Buffer.from('Code,Name\n1,TIN \xa35 \x96 CAF\xc9\n', 'latin1'))).toEqual(expected)
  })

  it('gives no values for a row with too few or too many columns', async () => {
    expect(await read(['Code,Name', '1', '1,2,3', '1,2'])).toEqual([
      { line: 2, values: undefined },
      { line: 3, values: undefined },
      { line: 4, values: ['1', '2'] },
    ])
  })

  it('says which columns are missing', async () => {
    await expect(read(['Id,Name', '1,2'])).rejects.toThrow('sales.csv: No column Code.')
  })

  it('says that a file is empty', async () => {
    await expect(read(Buffer.from(''))).rejects.toThrow('The file is empty')
  })

  it('says where a quote is never closed', async () => {
    await expect(read(['Code,Name', '1,"Lantern', '2,Mug'])).rejects.toThrow(/Not readable as CSV.*line 3/)
  })

  it('does not take just anything into memory', async () => {
    await expect(read(Buffer.from(`Code,Name\n1,"${'x'.repeat(100_000)}`))).rejects.toThrow(
      'Not readable as CSV',
    )
  })
})
