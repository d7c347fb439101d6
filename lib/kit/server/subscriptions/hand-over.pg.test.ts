import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCodec } from '../../testing/codec'
import { freshStream } from '../../testing/event-store/fresh-stream'
import { eventually } from '../../testing/eventually'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { type OldDatabase, openOldDatabase } from '../../testing/old-database'
import { createLog } from '../log'
import { appendBatch } from '../store/append-batch'
import { appendOne, isOne } from '../store/append-one'
import type { EventStore } from '../store/event-store'
import { createPostgresStore } from '../store/postgres-store'
import { seal } from '../store/seal'
import { catchUp } from './catch-up'
import { eventIndexPosition, eventIndexSubscription } from './event-index'
import { startHandOver } from './hand-over'
import { listSubscriptions } from './list-subscriptions'

const lastBefore = '20261130001600_append_event'
const log = createLog('silent')

let database: OldDatabase
let owner: OldDatabase['owner']
let pool: OldDatabase['pool']
let store: EventStore

const first = newEvent(notebookOpened(), { tags: ['first'] })
const appendOf = (...events: ReturnType<typeof newEvent>[]) => ({
  stream: freshStream(),
  expectedVersion: 'none' as const,
  events,
})

/** A database from before, with a log in it, that was migrated just now. */
beforeAll(async () => {
  database = await openOldDatabase(lastBefore)
  owner = database.owner
  pool = database.pool
  const alone = [seal(appendOf(first))]
  if (isOne(alone)) await appendOne(pool, alone[0])
  for (let nth = 0; nth < 5; nth++) {
    const events = Array.from({ length: 100 }, () => newEvent(noteWritten(), { tags: ['note'] }))
    await appendBatch(pool, [seal(appendOf(...events))])
  }
  await database.migrate()
  store = createPostgresStore(pool, testCodec(notebookEvents, pool))
})
afterAll(() => database.close())

const indexes = async (): Promise<string[]> => {
  const { rows } = await owner.query<{ name: string }>(
    "SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'public' AND tablename = 'events' ORDER BY 1",
  )
  return rows.map(({ name }) => name)
}
const kept = ['events_pkey', 'events_stream_type_stream_id_version_key']

const expectAnswers = async () => {
  const found = await store.readAll({ limit: 10, filter: { tags: ['first'] } })
  expect(found.map(({ position }) => position)).toEqual([1])
  const last = await store.readAll({ limit: 1, direction: 'backwards', filter: { types: ['NoteWritten'] } })
  expect(last.map(({ position }) => position)).toEqual([await store.headPosition()])
  expect((await store.readEvent(first.eventId))?.position).toBe(1)
  const condition = { queries: [{ tags: ['first'] }] }
  expect(await store.appendTogether({ appends: [], condition })).toEqual({ type: 'outdated', position: 1 })
  await expect(store.append(appendOf(first))).rejects.toMatchObject({
    name: 'InvalidAppend',
    reason: 'BadId',
  })
  expect((await store.append(appendOf(newEvent(noteWritten())))).type).toBe('written')
}

describe.sequential('a log from before there was an index beside it', () => {
  it('goes by the indexes it had, as long as that one is not filled', async () => {
    expect(await indexes()).toHaveLength(9)
    const handOver = startHandOver(pool, log)
    await expectAnswers()
    await handOver.stop()
    expect(await indexes()).toHaveLength(9)
  })

  it('fills it by its follower, and then loses what it takes the place of, while all goes on', async () => {
    await catchUp({ pool, store, log }, eventIndexSubscription)
    expect(await eventIndexPosition(pool)).toBe(await store.headPosition())
    expect(await listSubscriptions(pool)).toMatchObject([{ name: 'event_index', behind: 0 }])
    await expectAnswers()

    const handOver = startHandOver(pool, log)
    await eventually(async () => {
      await expectAnswers()
      expect(await indexes()).toEqual(kept)
    })
    await handOver.stop()
    await expectAnswers()
  })
})

it('an index is not taken away from who reads, and nobody waits for that', async () => {
  await owner.query('CREATE INDEX events_type_position_idx ON events (type, position)')
  await owner.query('BEGIN; SELECT FROM events LIMIT 1')
  const { rows } = await pool.query('SELECT * FROM retire_old_index()')
  expect(rows).toEqual([{ serves: true, remaining: 1, retired: null }])
  expect((await store.append(appendOf(newEvent(noteWritten())))).type).toBe('written')
  await owner.query('COMMIT')
  const { rows: later } = await pool.query('SELECT * FROM retire_old_index()')
  expect(later).toEqual([{ serves: true, remaining: 0, retired: 'events_type_position_idx' }])
  expect(await indexes()).toEqual(kept)
})
