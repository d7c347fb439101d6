import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../testing/eventually'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { createNotebookTables, notebookProjections } from '../../testing/notebook/notebook-projections'
import { notebooksProjection } from '../../testing/notebook/notebooks-projection'
import { ownersProjection } from '../../testing/notebook/owners-projection'
import { writeNotebooks } from '../../testing/notebook/write-notebooks'
import { openTestArchive } from '../../testing/open-archive'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { archiveStream } from '../archive/archive-stream'
import { withClient } from '../postgres/with-client'
import { catchUp } from '../subscriptions/catch-up'
import { checkpointOf } from '../subscriptions/checkpoints'
import { asSubscription } from './as-subscription'
import { compareWithRebuild } from './compare'
import type { Projection } from './projection'
import { type RebuildOptions, rebuild } from './rebuild'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  await createNotebookTables(database.pool)
  await writeNotebooks(database.store, { seed: 3, commands: 12_000, notebooks: 900 })
  for (const projection of notebookProjections) await follow(projection)
})
afterAll(() => database.close())

const log = pino({ level: 'silent' })
const follow = (projection: Projection) =>
  catchUp({ ...database, log }, asSubscription(projection, database.store))
const rebuildNotebooks = (options: RebuildOptions = {}) => rebuild(database, notebooksProjection, options)
const differences = (projection: Projection) => compareWithRebuild(database, projection)

const query = async <Row extends object>(sql: string) => (await database.pool.query<Row>(sql)).rows
const fingerprint = () =>
  query("SELECT count(*), md5(string_agg(t::text, ',' ORDER BY notebook_id)) FROM notebooks t")
const newestOnes = () => query('SELECT * FROM notebooks ORDER BY position DESC LIMIT 20')
const leftovers = () => query("SELECT tablename FROM pg_tables WHERE schemaname = 'read_models_build'")

it('is never seen half-built', async () => {
  const before = await fingerprint()
  const newest = await newestOnes()
  let done = false
  const readers = Array.from({ length: 4 }, async (_, nth) => {
    let reads = 0
    for (; !done; reads++) {
      if (nth % 2 === 0) expect(await fingerprint()).toEqual(before)
      else expect(await newestOnes()).toEqual(newest)
    }
    return reads
  })
  try {
    for (const partitions of [1, 2, 3]) {
      expect((await rebuildNotebooks({ partitions })).type).toBe('rebuilt')
    }
  } finally {
    done = true
  }
  expect(Math.min(...(await Promise.all(readers)))).toBeGreaterThan(3)
  expect(await leftovers()).toEqual([])
})

it.each(notebookProjections)('$name is as the live one, also while the log grows', async (projection) => {
  let done = false
  const live = (async () => {
    while (!done) await follow(projection)
  })()
  const prefix = `late-${projection.name}`
  const writing = writeNotebooks(database.store, { seed: 5, commands: 1_500, notebooks: 40, prefix })
  const rebuilt = await rebuild(database, projection, { partitions: 2 }).finally(() => {
    done = true
  })
  await writing
  await live
  await follow(projection)
  expect(rebuilt.type).toBe('rebuilt')
  expect(await differences(projection)).toEqual([])
  expect(await checkpointOf(database.pool, projection.name)).toBe(await database.store.headPosition())
})

it('heals what was damaged, and lets a projection go on that an event had stopped', async () => {
  await follow(ownersProjection)
  await query('UPDATE owners SET notebooks = notebooks + 1 WHERE owner = (SELECT min(owner) FROM owners)')
  await query('DELETE FROM owner_endings')
  await query("UPDATE subscriptions SET status = 'stopped', error = 'poisoned' WHERE name = 'owners'")
  const found = await differences(ownersProjection)
  expect(found.map(({ table, kind }) => `${kind} in ${table}`)).toEqual([
    'missing in owners',
    'wrong in owners',
    'missing in owner_endings',
  ])
  expect((await rebuild(database, ownersProjection)).type).toBe('rebuilt')
  expect(await differences(ownersProjection)).toEqual([])
  expect(await query("SELECT status, error FROM subscriptions WHERE name = 'owners'")).toEqual([
    { status: 'running', error: null },
  ])
})

it('leaves names of indexes and grants as they were', async () => {
  const shape = () =>
    query(`SELECT indexdef AS it FROM pg_indexes WHERE schemaname = 'public' AND tablename = 'notebooks'
           UNION SELECT conname FROM pg_constraint WHERE conrelid = 'notebooks'::regclass
           UNION SELECT relacl::text FROM pg_class WHERE oid = 'notebooks'::regclass ORDER BY 1`)
  const before = await shape()
  expect(before.length).toBeGreaterThan(4)
  await rebuildNotebooks()
  expect(await shape()).toEqual(before)
})

/** The projection of notebooks with something that happens in the middle of its first batch. */
const notebooksDuring = (happening: () => unknown): Projection => ({
  ...notebooksProjection,
  begin: (streams) => {
    const project = notebooksProjection.begin(streams)
    let happened: unknown
    return async (events) => {
      happened ??= happening() ?? true
      await happened
      return project(events)
    }
  },
})

it('can be stopped, and then nothing has changed', async () => {
  const before = await fingerprint()
  const stopper = new AbortController()
  const stopped = rebuild(
    database,
    notebooksDuring(() => stopper.abort()),
    { signal: stopper.signal, partitions: 2 },
  )
  await expect(stopped).rejects.toThrow('aborted')
  expect(await fingerprint()).toEqual(before)
  expect(await leftovers()).toEqual([])
})

const killBuilder = async () => {
  const { rowCount } = await withClient(database.ownerUrl, (owner) =>
    owner.query(
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_locks
       WHERE locktype = 'advisory' AND classid::bigint = hashtext('rebuild')::bigint & 4294967295`,
    ),
  )
  return rowCount
}

it('leaves the old one when it is killed; the next one clears up after it', async () => {
  const before = await fingerprint()
  const killed = rebuild(
    database,
    notebooksDuring(async () => expect(await killBuilder()).toBe(1)),
  )
  await expect(killed).rejects.toThrow(/terminat|connection/i)
  expect(await fingerprint()).toEqual(before)
  expect(await leftovers()).toEqual([{ tablename: 'notebooks' }])
  expect((await rebuildNotebooks()).type).toBe('rebuilt')
  expect(await fingerprint()).toEqual(before)
  expect(await leftovers()).toEqual([])
})

it('leaves the old one when its own tables vanish under it', async () => {
  const before = await fingerprint()
  const vanish = () =>
    withClient(database.ownerUrl, (owner) => owner.query('DROP TABLE read_models_build.notebooks'))
  await expect(rebuild(database, notebooksDuring(vanish))).rejects.toThrow('does not exist')
  expect(await fingerprint()).toEqual(before)
})

it('is refused while another one is under way', async () => {
  const second = async () => expect(await rebuildNotebooks()).toEqual({ type: 'underWay' })
  expect((await rebuild(database, notebooksDuring(second))).type).toBe('rebuilt')
})

it('lets others pass when a long reader is in its way, and tries again', async () => {
  const before = await fingerprint()
  const reader = await database.pool.connect()
  await reader.query('BEGIN; SELECT FROM notebooks LIMIT 1')
  const rebuilding = rebuildNotebooks()
  const waiting = () =>
    query<{ pid: number }>(
      "SELECT pid FROM pg_locks WHERE relation = 'read_models.notebooks'::regclass AND NOT granted",
    )
  await eventually(async () => expect(await waiting()).toHaveLength(1))
  await eventually(async () => expect(await waiting()).toHaveLength(0))
  expect(await fingerprint()).toEqual(before)
  await reader.query('COMMIT')
  reader.release()
  expect((await rebuilding).type).toBe('rebuilt')
  expect(await fingerprint()).toEqual(before)
})

it('is made of the whole log, also of what stands in cold storage', async () => {
  const before = await fingerprint()
  const archive = await openTestArchive(database)
  try {
    const closed = await query<{ notebook_id: string }>(
      "SELECT notebook_id FROM notebooks WHERE status = 'closed'",
    )
    for (const { notebook_id } of closed.slice(0, 150))
      await archiveStream(archive, notebookStream(notebook_id))
    expect(await query('SELECT count(*)::int AS count FROM archived_streams')).toEqual([{ count: 150 }])
    const deps = { ...database, store: archive.store }
    for (const partitions of [1, 2]) {
      expect((await rebuild(deps, notebooksProjection, { partitions })).type).toBe('rebuilt')
      expect(await fingerprint()).toEqual(before)
    }
    expect(await compareWithRebuild(deps, ownersProjection)).toEqual([])
  } finally {
    await archive.close()
  }
})
