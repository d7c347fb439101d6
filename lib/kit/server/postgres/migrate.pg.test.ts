import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type EmptyDatabase } from '../../testing/database'
import { query } from '../../testing/embedded-harness'
import { migrate } from './migrate'

let database: EmptyDatabase
let migrationsDir: string
let lines: string[]

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

beforeEach(async () => {
  lines = []
  migrationsDir = await mkdtemp(join(tmpdir(), 'hindsight-migrations-'))
  await sql('drop schema public cascade; create schema public')
})
afterEach(() => rm(migrationsDir, { recursive: true, force: true }))

const sql = (text: string) => query(database.ownerUrl, text)
const run = () => migrate({ url: database.ownerUrl, migrationsDir, log: (line) => lines.push(line) })

const given = async (name: string, text: string): Promise<void> => {
  await mkdir(join(migrationsDir, name), { recursive: true })
  await writeFile(join(migrationsDir, name, 'migration.sql'), text)
}

test('applies everything in order of the names, and then nothing', async () => {
  await given('2_pear', "insert into fruits values ('pear')")
  await given('1_fruits', "create table fruits (name text); insert into fruits values ('apple');")
  await writeFile(join(migrationsDir, 'migration_lock.toml'), 'provider = "postgresql"')

  expect(await run()).toEqual({ applied: ['1_fruits', '2_pear'] })
  expect(await run()).toEqual({ applied: [] })
  expect(await sql('select name from fruits')).toEqual([{ name: 'apple' }, { name: 'pear' }])
})

test('leaves the records Prisma would', async () => {
  await given('1_one', 'select 1')
  await run()
  expect(await sql('select *, finished_at >= started_at as in_order from _prisma_migrations')).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      // printf 'select 1' | sha256sum
      checksum: '822ae07d4783158bc1912bb623e5107cc9002d519e1143a9c200ed6ee18b6d0f',
      migration_name: '1_one',
      started_at: expect.any(Date),
      finished_at: expect.any(Date),
      in_order: true,
      applied_steps_count: 1,
      logs: null,
      rolled_back_at: null,
    },
  ])
})

test('lets one of many work and the others wait', async () => {
  await given('1_slow', 'create table once (); select pg_sleep(0.1)')
  const results = await Promise.all(Array.from({ length: 8 }, run))
  expect(results.flatMap(({ applied }) => applied)).toEqual(['1_slow'])
})

test('refuses a migration that was changed after it had been applied', async () => {
  await given('1_one', 'select 1')
  await run()
  await given('1_one', 'select 2')
  await expect(run()).rejects.toMatchObject({ name: 'MigrationError', reason: 'changed', migration: '1_one' })
})

test('takes no offence at what git does to line endings', async () => {
  await given('1_one', 'select 1;\nselect 2;\n')
  await run()
  await given('1_one', 'select 1;\r\nselect 2;\r\n')
  expect(await run()).toEqual({ applied: [] })
})

test('keeps nothing of a migration that fails, says where, and applies it when it has been corrected', async () => {
  await given('1_good', 'create table good ()')
  await given('2_bad', 'create table half ();\nselect oops;')
  await expect(run()).rejects.toMatchObject({
    reason: 'failed',
    migration: '2_bad',
    message: expect.stringMatching(/column "oops" does not exist; line 2/),
  })
  expect(await sql('select migration_name from _prisma_migrations')).toEqual([{ migration_name: '1_good' }])

  await given('2_bad', 'create table half ()')
  expect(await run()).toEqual({ applied: ['2_bad'] })
})

test('stops at a migration that another tool left half-done, until it is resolved', async () => {
  await given('1_one', 'select 1')
  await run()
  await sql('update _prisma_migrations set finished_at = null')
  await expect(run()).rejects.toMatchObject({ reason: 'unfinished', migration: '1_one' })

  await sql('update _prisma_migrations set rolled_back_at = now()')
  expect(await run()).toEqual({ applied: ['1_one'] })
})

test('only warns of migrations that a newer build has applied', async () => {
  await given('1_one', 'select 1')
  await given('2_newer', 'select 2')
  await run()
  await rm(join(migrationsDir, '2_newer'), { recursive: true })
  lines = []

  expect(await run()).toEqual({ applied: [] })
  expect(lines).toEqual([expect.stringMatching(/^Warning: .*2_newer/)])
})

test('refuses to start without its migrations', async () => {
  await mkdir(join(migrationsDir, '1_empty'))
  await expect(run()).rejects.toMatchObject({ reason: 'unreadable', migration: '1_empty' })
  await rm(migrationsDir, { recursive: true })
  await expect(run()).rejects.toMatchObject({ reason: 'unreadable' })
})
