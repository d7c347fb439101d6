import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Sql } from '../sql'
import { deriveKey, fingerprintOf } from './derive-key'
import { findSecret } from './find-secret'

let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'hindsight-secret-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

/** A database with these settings; without any before its first migration. */
const database = (settings?: Record<string, string>): Sql =>
  ({
    query: async (text: string) =>
      text.includes('to_regclass')
        ? { rows: [{ settings: settings ? 'settings' : null }] }
        : { rows: Object.entries(settings ?? {}).map(([key, value]) => ({ key, value })) },
  }) as unknown as Sql

const inFile = async () => (await readFile(join(dataDir, 'secret'), 'utf8')).trim()
const find = (sql: Sql, authSecret?: string) => findSecret(sql, { authSecret, dataDir })

it('is made at the first start, and kept in a file for its owner alone', async () => {
  const [one, two] = await Promise.all([find(database()), find(database())])
  expect(one).toBe(two)
  expect(one).toMatch(/^[\w-]{43}$/)
  expect(await inFile()).toBe(one)
  expect((await stat(join(dataDir, 'secret'))).mode & 0o777).toBe(0o600)
  expect(await find(database({ 'secret-fingerprint': fingerprintOf(one) }))).toBe(one)
})

it('is what the environment says, and then in no file', async () => {
  expect(await find(database(), 'from the environment')).toBe('from the environment')
  await expect(inFile()).rejects.toMatchObject({ code: 'ENOENT' })
})

it('moves from the database of an older version into the file', async () => {
  expect(await find(database({ 'auth-secret': 'kept in the database' }))).toBe('kept in the database')
  expect(await inFile()).toBe('kept in the database')
})

it.each([
  ['the environment says another', async () => 'another', /^AUTH_SECRET is not the secret/],
  [
    'the file says another',
    async () => {
      await writeFile(join(dataDir, 'secret'), 'another')
      return undefined
    },
    /^the file .*secret is not the secret/,
  ],
  ['there is none', async () => undefined, /^There is no secret here/],
])('is refused where %s than the database was opened with', async (_, prepare, words) => {
  const sql = database({ 'secret-fingerprint': fingerprintOf('the first one') })
  const authSecret = await prepare()
  const refused = find(sql, authSecret)
  await expect(refused).rejects.toMatchObject({ name: 'SecretError', message: expect.stringMatching(words) })
  await expect(refused).rejects.toThrow('secret:replace')
})

it('gives each purpose a key of its own', () => {
  const keys = [
    deriveKey('one', 'snapshots'),
    deriveKey('one', 'login', 'a'),
    deriveKey('one', 'login', 'b'),
    deriveKey('two', 'snapshots'),
  ].map((key) => key.toString('hex'))
  expect(new Set([...keys, fingerprintOf('one'), fingerprintOf('two')]).size).toBe(6)
})
