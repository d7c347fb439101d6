import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTable } from './open-table'
import { openSource } from './source'
import type { Columns } from './table'

let directory: string
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hindsight-csv-'))
})
afterAll(() => rm(directory, { recursive: true }))

const text = `Code,Name\n${Array.from({ length: 20_000 }, (_, index) => `${index},${Math.sin(index)}`).join('\n')}\n`

const columns: Columns = { names: [['Code'], ['Name']], isRow: () => false }

const countRows = async (name: string, content: string | Buffer): Promise<number> => {
  const path = join(directory, name)
  await writeFile(path, content)
  const table = await openTable(await openSource(path), columns)
  let count = 0
  for await (const rows of table.rows()) count += rows.filter(({ type }) => type === 'values').length
  expect(table.bytesRead()).toBe(table.size)
  return count
}

describe('openSource', () => {
  it('reads a file as it is', async () => expect(await countRows('plain.csv', text)).toBe(20_000))

  it('knows gzip by its first bytes, not by its name', async () =>
    expect(await countRows('packed.csv', gzipSync(text))).toBe(20_000))

  it('tells that a gzip file is cut off', async () => {
    const half = gzipSync(text).subarray(0, 100_000)
    await expect(countRows('half.csv.gz', half)).rejects.toThrow('half.csv.gz: The gzip file is cut off.')
  })

  it('tells that a gzip file is damaged', async () => {
    const damaged = gzipSync(text)
    damaged.fill(0xff, 1_000, 2_000)
    await expect(countRows('damaged.csv.gz', damaged)).rejects.toThrow('The gzip file is damaged')
  })

  it('tells that there is no such file', async () => {
    await expect(openSource(join(directory, 'none.csv'))).rejects.toThrow('none.csv: There is no such file.')
  })

  it('tells that a directory is none', async () => {
    await expect(openSource(directory)).rejects.toThrow('Not a file')
  })

  it.each([
    ['old.csv', 'd0cf11e0a1b11ae1', 'An Excel file of the old kind (.xls), or one with a password'],
    ['torn.csv', '504b0304', "A zip file that can't be opened"],
  ])('tells what it can’t read by its bytes, not by its name: %s', async (name, hex, message) => {
    await expect(countRows(name, Buffer.from(hex.padEnd(200, '0'), 'hex'))).rejects.toThrow(message)
  })

  it('keeps what comes through a pipe, so that it can be read twice', async () => {
    const pipe = join(directory, 'pipe.csv')
    execFileSync('mkfifo', [pipe])
    const writing = writeFile(pipe, gzipSync(text))
    const source = await openSource(pipe)
    await writing
    const table = await openTable(source, columns)
    for (let time = 1; time <= 2; time++) {
      let rows = 0
      for await (const some of table.rows()) rows += some.length
      expect(rows).toBe(20_001)
    }
    expect(source).toMatchObject({ name: 'pipe.csv', kind: 'gzip' })
    await source.close()
    expect(existsSync(source.path)).toBe(false)
  })
})
