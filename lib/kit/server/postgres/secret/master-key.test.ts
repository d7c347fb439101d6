import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Sql } from '../sql'
import { findMasterKey, parseMasterKey } from './master-key'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hindsight-master-key-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

/** A migrated database's settings. */
const database = (): Sql => {
  const settings = new Map<string, string>()
  const query = async (text: string, [key = '', value = '']: string[]) => {
    if (text.startsWith('INSERT') && !settings.has(key)) settings.set(key, value)
    const found = settings.get(key)
    return { rows: found === undefined ? [] : [{ value: found }] }
  }
  return { query } as unknown as Sql
}

const file = () => join(dataDir, 'master-key')
const find = (sql: Sql, masterKey?: Buffer) => findMasterKey(sql, { masterKey, dataDir })
const key = Buffer.alloc(32, 'k')

describe('the master key', () => {
  it('is made at the first start, and kept in a file for its owner alone', async () => {
    const sql = database()
    const [one, two] = await Promise.all([find(sql), find(sql)])
    expect(one).toEqual(two)
    expect(one).toHaveLength(32)
    expect(parseMasterKey((await readFile(file(), 'utf8')).trim())).toEqual(one)
    expect((await stat(file())).mode & 0o777).toBe(0o600)
    expect(await find(sql)).toEqual(one)
  })

  it('is what the environment says, and then in no file', async () => {
    expect(await find(database(), key)).toEqual(key)
    await expect(stat(file())).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it.each([
    ['the environment says another', async () => Buffer.alloc(32, 'x'), /^MASTER_KEY is not the master key/],
    [
      'the file says another',
      async () => {
        await writeFile(file(), Buffer.alloc(32, 'x').toString('hex'), { mode: 0o600 })
        return undefined
      },
      /^the file .*master-key is not the master key/,
    ],
    ['there is none', async () => undefined, /^There is no master key here/],
  ])('is refused where %s than the database knows', async (_, prepare, words) => {
    const sql = database()
    await find(sql, key)
    await expect(find(sql, await prepare())).rejects.toMatchObject({
      name: 'MasterKeyError',
      message: expect.stringMatching(words),
    })
  })

  it.each([0o640, 0o604, 0o620])('is refused in a file of mode %o', async (mode) => {
    await writeFile(file(), key.toString('hex'))
    await chmod(file(), mode)
    await expect(find(database())).rejects.toThrow(`chmod 600 ${file()}`)
  })

  it('is refused where the file holds something else', async () => {
    await writeFile(file(), 'open sesame', { mode: 0o600 })
    await expect(find(database())).rejects.toThrow('32 bytes as hex or base64')
  })
})

describe('its text', () => {
  it.each(['hex', 'base64', 'base64url'] as const)('may be %s', (encoding) => {
    expect(parseMasterKey(key.toString(encoding))).toEqual(key)
  })

  it.each(['', 'k', key.toString('hex').slice(2), `${key.toString('base64')}AA`, 'ä'.repeat(43)])(
    'is not %j',
    (text) => {
      expect(parseMasterKey(text)).toBeUndefined()
    },
  )
})
