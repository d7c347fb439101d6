import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { StreamName } from '../../events/stream-name'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestArchive, type TestArchive } from '../../testing/open-archive'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { withClient } from '../postgres/with-client'
import { verifyLog } from '../store/verify-log'
import { archiveStream } from './archive-stream'
import type { ColdStorage } from './cold-storage'
import { entriesOfStream } from './entries-of-stream'
import { findTombstone } from './find-tombstone'
import { restoreStream } from './restore-stream'
import { verifyArchive } from './verify-archive'

let database: TestDatabase
let archive: TestArchive
let stream: StreamName
let streams = 0

beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  archive = await openTestArchive(database)
})
afterAll(async () => {
  await archive.close()
  await database.close()
})
beforeEach(async () => {
  stream = notebookStream(`notebook-${++streams}`)
  const tagged = newEvent(noteWritten('tea "\\,{}', 2), { tags: ['topic:tea', 'a "b\\c" {d}'] })
  await append(newEvent(notebookOpened()), tagged, newEvent(noteWritten('mug')))
})

const append = (...events: ReturnType<typeof newEvent>[]) =>
  database.store.append({ stream, expectedVersion: 'any', events })

const rows = () => entriesOfStream(database.pool, stream)
const tombstone = () => findTombstone(database.pool, stream)
const faults = async () => ({
  log: (await verifyLog(database.pool, () => undefined)).first,
  archive: (await verifyArchive(database.pool, archive.storage)).first,
})
const none = { log: [], archive: [] }

/** The archive's storage, but for what the test has it do wrong. */
const faulty = (wrong: Partial<ColdStorage>) => ({
  pool: archive.pool,
  storage: { ...archive.storage, ...wrong },
})

describe('archiving', () => {
  it('leaves a tombstone and no rows, and bringing back leaves what there was', async () => {
    const before = await rows()
    expect(await archiveStream(archive, stream)).toMatchObject({ type: 'archived', events: 3 })
    expect(await rows()).toEqual([])
    expect(await tombstone()).toMatchObject({ stream, version: 3, hash: before[2]?.event.hash })
    expect(await faults()).toEqual(none)

    const { location = '' } = (await tombstone()) ?? {}
    expect(await restoreStream(archive, stream)).toEqual({ type: 'restored', events: 3 })
    expect(await rows()).toEqual(before)
    expect(await tombstone()).toBeUndefined()
    expect(await archive.storage.get(location)).toBeUndefined()
    expect(await faults()).toEqual(none)
  })

  it('refuses appends until the stream is brought back, then they go on', async () => {
    await archiveStream(archive, stream)
    expect(await append(newEvent(noteWritten()))).toEqual({ type: 'archived' })
    await restoreStream(archive, stream)
    expect(await append(newEvent(noteWritten()))).toMatchObject({ type: 'written', version: 4 })
    expect(await archiveStream(archive, stream)).toMatchObject({ type: 'archived', events: 4 })
    expect(await faults()).toEqual(none)
  })

  it('says what there is not', async () => {
    const nobody = notebookStream('nobody')
    expect(await archiveStream(archive, nobody)).toEqual({ type: 'missing' })
    expect(await restoreStream(archive, nobody)).toEqual({ type: 'notArchived' })
    await archiveStream(archive, stream)
    expect(await archiveStream(archive, stream)).toEqual({ type: 'missing' })
  })

  it('happens once when two do it at once', async () => {
    const both = await Promise.all([archiveStream(archive, stream), archiveStream(archive, stream)])
    expect(both.map(({ type }) => type).sort()).toEqual(['archived', 'missing'])
    expect(await faults()).toEqual(none)
  })
})

const truncated = async (key: string) => (await archive.storage.get(key))?.subarray(0, -9)
const flipped = async (key: string) => {
  const bytes = (await archive.storage.get(key)) as Buffer
  bytes[30] = (bytes[30] as number) ^ 1
  return bytes
}

describe('rows stay', () => {
  it.each<[string, Partial<ColdStorage>]>([
    ['can not be written', { put: () => Promise.reject(new Error('disk full')) }],
    ['can not be read back', { get: () => Promise.reject(new Error('unplugged')) }],
  ])('when the copy %s', async (_what, wrong) => {
    const before = await rows()
    await expect(archiveStream(faulty(wrong), stream)).rejects.toThrow(/disk full|unplugged/)
    expect(await rows()).toEqual(before)
    expect(await tombstone()).toBeUndefined()
    expect(await archiveStream(archive, stream)).toMatchObject({ type: 'archived' })
    expect(await faults()).toEqual(none)
  })

  it.each<[string, Partial<ColdStorage>]>([
    ['gone', { get: async () => undefined }],
    ['truncated', { get: truncated }],
    ['altered', { get: flipped }],
  ])('when the copy is %s once it is read back', async (_what, wrong) => {
    const before = await rows()
    expect(await archiveStream(faulty(wrong), stream)).toMatchObject({ type: 'refused' })
    expect(await rows()).toEqual(before)
    expect(await tombstone()).toBeUndefined()
  })

  it('when somebody appends between the copy and the removal', async () => {
    const get: ColdStorage['get'] = async (key) => {
      await append(newEvent(noteWritten('late')))
      return archive.storage.get(key)
    }
    expect(await archiveStream(faulty({ get }), stream)).toEqual({ type: 'changed' })
    expect(await rows()).toHaveLength(4)
    expect(await tombstone()).toBeUndefined()
  })

  it('when the process dies before the end', async () => {
    const before = await rows()
    const get: ColdStorage['get'] = async (key) => {
      await withClient(database.ownerUrl, (owner) =>
        owner.query(
          `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
           WHERE datname = current_database() AND state = 'idle in transaction'`,
        ),
      )
      return archive.storage.get(key)
    }
    await expect(archiveStream(faulty({ get }), stream)).rejects.toThrow()
    expect(await rows()).toEqual(before)
    expect(await tombstone()).toBeUndefined()
    expect(await archiveStream(archive, stream)).toMatchObject({ type: 'archived' })
    expect(await faults()).toEqual(none)
  })
})

it('an append that meets the archiving is either kept or told', async () => {
  for (let round = 0; round < 10; round++) {
    stream = notebookStream(`met-${round}`)
    await append(newEvent(notebookOpened()))
    const appends = Array.from({ length: 5 }, () => append(newEvent(noteWritten())))
    const [archived, ...appended] = await Promise.all([archiveStream(archive, stream), ...appends])
    const written = appended.filter(({ type }) => type === 'written').length
    expect(appended.filter(({ type }) => type === 'archived')).toHaveLength(5 - written)
    expect(await archive.store.headVersion(stream)).toBe(1 + written)
    if (archived.type === 'archived') expect(archived.events).toBe(1 + written)
    else expect(archived).toEqual({ type: 'changed' })
  }
  expect(await faults()).toEqual(none)
})

describe('a copy that was damaged later', () => {
  it('is named by who reads it, who brings it back, and who verifies all', async () => {
    await archiveStream(archive, stream)
    const { location = '' } = (await tombstone()) ?? {}
    const whole = (await archive.storage.get(location)) as Buffer
    await archive.storage.put(location, whole.subarray(0, -9))
    const unreadable = { name: 'ArchiveUnreadable', stream, location }
    await expect(archive.store.readStream(stream)).rejects.toMatchObject(unreadable)
    await expect(archive.store.readAll({ limit: 1000 })).rejects.toMatchObject(unreadable)
    await expect(restoreStream(archive, stream)).rejects.toMatchObject(unreadable)
    expect((await faults()).archive).toEqual([{ stream, location, reason: 'its checksum is another' }])
    expect(await tombstone()).toBeDefined()

    await archive.storage.delete(location)
    await expect(archive.store.readStream(stream)).rejects.toThrow(
      `${stream.type}/${stream.id} stands in cold storage, and its copy ${location} can't be read: there is none`,
    )
    await archive.storage.put(location, whole)
    expect(await archive.store.readStream(stream)).toHaveLength(3)
  })
})
