import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { freshStream } from '../../testing/event-store/fresh-stream'
import { newEvent, noteWritten } from '../../testing/notebook/builders'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { createLog } from '../log'
import { catchUp } from './catch-up'
import { eventIndexPosition, eventIndexSubscription, rebuildEventIndex } from './event-index'

const log = createLog('silent')
const { signal } = new AbortController()

let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

const append = async (tag: string): Promise<number> => {
  const events = [newEvent(noteWritten(), { tags: [tag] })]
  const result = await database.store.append({ stream: freshStream(), expectedVersion: 'none', events })
  return result.type === 'written' ? result.position : Number.NaN
}
const positionsOf = async (tag: string) =>
  (await database.store.readAll({ limit: 10, filter: { tags: [tag] } })).map(({ position }) => position)
const follow = () => catchUp({ ...database, log }, eventIndexSubscription)

it('an event that can not be read is in the index like any other', async () => {
  const unknown = await append('unknown')
  await owner.query(`ALTER TABLE events DISABLE TRIGGER USER`)
  await owner.query(`UPDATE events SET schema_version = 99 WHERE position = $1`, [unknown])
  const next = await append('next')
  await follow()
  expect(await eventIndexPosition(database.pool)).toBe(next)
  const condition = { queries: [{ tags: ['unknown'] }] }
  expect(await database.store.appendTogether({ appends: [], condition })).toEqual({
    type: 'outdated',
    position: unknown,
  })
})

it('what is missing in the index is there when it is built anew', async () => {
  const tag = 'lost'
  const position = await append(tag)
  await follow()
  await owner.query('DELETE FROM event_index; DELETE FROM event_ids')
  expect(await positionsOf(tag)).toEqual([])
  const told: number[] = []
  await rebuildEventIndex(database.pool, position, (reached) => told.push(reached), signal)
  expect(told).toEqual([position])
  expect(await positionsOf(tag)).toEqual([position])
  expect(await eventIndexPosition(database.pool)).toBe(position)
})

it('an index that was lost is built from the log', async () => {
  const position = await append('all')
  await owner.query('TRUNCATE event_index, event_ids, event_times; UPDATE event_index_head SET position = 0')
  await rebuildEventIndex(database.pool, position, () => undefined, signal)
  expect(await eventIndexPosition(database.pool)).toBe(position)
  expect(await positionsOf('all')).toEqual([position])
})

it('a build that is to stop stops', async () => {
  const position = await append('stop')
  const stopped = AbortSignal.abort(new Error('stopped'))
  const building = rebuildEventIndex(database.pool, position, () => undefined, stopped)
  await expect(building).rejects.toThrow('stopped')
})

it('the app’s own login may neither write the index nor say how far it is', async () => {
  for (const statement of [
    'DELETE FROM event_index',
    'INSERT INTO event_ids VALUES (gen_random_uuid(), 1)',
    'UPDATE event_index_head SET position = 0',
    'UPDATE log_head SET newest_id = gen_random_uuid()',
  ]) {
    await expect(database.pool.query(statement)).rejects.toThrow(/permission denied/)
  }
})
