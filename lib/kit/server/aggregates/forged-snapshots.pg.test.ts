import pino from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testSigner } from '../../testing/connections'
import { foldReaderOf } from '../../testing/fold-reader'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebook, notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import type { NotebookState } from '../../testing/notebook/state'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { createAggregates } from './aggregates'
import { head } from './moment'
import { createSnapshotKeeper, type SnapshotKeeper } from './snapshot-keeper'
import { createSnapshotSigner } from './snapshot-signature'

let database: TestDatabase
let keeper: SnapshotKeeper
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  const { pool, store } = database
  keeper = createSnapshotKeeper({
    sql: pool,
    signer: testSigner,
    codec: database.codec,
    store,
    log: pino({ level: 'silent' }),
  })
})
afterAll(async () => {
  await keeper.stop()
  await database.close()
})

const every10 = { ...notebook, snapshotEvery: 10 }

/** A notebook of 25 events with its two snapshots. */
const kept = async (): Promise<string> => {
  const notebookId = uuidv7()
  const events = Array.from({ length: 25 }, (_, nth) =>
    newEvent(nth === 0 ? notebookOpened() : noteWritten('chair')),
  )
  await database.store.append({ stream: notebookStream(notebookId), expectedVersion: 'none', events })
  await keeper.fill(every10, notebookId)
  return notebookId
}

const load = async (notebookId: string): Promise<NotebookState> => {
  const read = foldReaderOf(database)
  return (await createAggregates({ store: database.store, read }).at(every10, notebookId, head)).state
}

const keyframes = async (notebookId: string) =>
  (await keeper.read(every10, notebookId, { after: 0, limit: 9 })).snapshots

/** What somebody with the app's own rights may do to the snapshots. */
const forge = (notebookId: string, change: string, version = 20) =>
  database.pool.query(
    `WITH old AS (DELETE FROM snapshots WHERE stream_id = $1 AND version = $2 RETURNING *)
     INSERT INTO snapshots (stream_type, stream_id, state_version, version, position, occurred_until, state, hash, signature)
     SELECT stream_type, stream_id, state_version, version, position, occurred_until, ${change} FROM old`,
    [notebookId, version],
  )

const withOneLine = `jsonb_set(state, '{notes,0,lines}', '1')`

it.each([
  ['another state', `${withOneLine}, hash, signature`],
  ['another state and a signature made up', `${withOneLine}, hash, sha256(state::text::bytea)`],
  ['no signature', `state, hash, ''`],
  ['the hash of no event', `state, sha256('x'), signature`],
])('a snapshot with %s is not believed, and made anew', async (_, change) => {
  const notebookId = await kept()
  const truth = await load(notebookId)
  const before = await keyframes(notebookId)
  for (const version of [20, 10]) {
    expect((await forge(notebookId, change, version)).rowCount).toBe(1)
    expect(await load(notebookId)).toEqual(truth)
  }
  expect(await keyframes(notebookId)).toEqual(before)
  expect(await load(notebookId)).toEqual(truth)
})

it.each([
  ['can be believed', 'state, hash, signature'],
  ['can not be believed', `${withOneLine}, hash, signature`],
])('read page by page all are there, where the newest %s', async (_, change) => {
  const notebookId = await kept()
  const [first, second] = await keyframes(notebookId)
  await forge(notebookId, change)
  const page = (after: number) => keeper.read(every10, notebookId, { after, limit: 1 })
  expect(await page(0)).toEqual({ snapshots: [first], headVersion: 25 })
  expect(await page(10)).toEqual({ snapshots: [second], headVersion: 25 })
  expect(await page(20)).toEqual({ snapshots: [], headVersion: 25 })
})

it('one that was signed for another notebook, another version or with another key is not believed', async () => {
  const [notebookId, other] = [await kept(), await kept()]
  const before = await keyframes(notebookId)
  const of = (id: string, version: number) =>
    `(SELECT signature FROM snapshots WHERE stream_id = '${id}' AND version = ${version})`
  const [newest] = before.slice(-1)
  const stranger = createSnapshotSigner(Buffer.alloc(32, 'k')).sign({
    streamType: 'notebook',
    streamId: notebookId,
    stateVersion: notebook.stateVersion,
    ...(newest as NonNullable<typeof newest>),
  })
  for (const signature of [of(other, 20), of(notebookId, 10), `'\\x${stranger.toString('hex')}'`]) {
    await forge(notebookId, `state, hash, ${signature}`)
    await load(notebookId)
    expect(await keyframes(notebookId)).toEqual(before)
  }
})

it('one of events that the log has lost is not believed', async () => {
  const notebookId = await kept()
  const [, newest] = await keyframes(notebookId)
  const lost = { ...newest, version: 30, state: { ...newest?.state, notes: [] } } as NonNullable<
    typeof newest
  >
  const signature = testSigner.sign({
    streamType: 'notebook',
    streamId: notebookId,
    stateVersion: notebook.stateVersion,
    ...lost,
  })
  await database.pool.query(
    `INSERT INTO snapshots SELECT stream_type, stream_id, state_version, 30, position, occurred_until, $2, hash, $3
     FROM snapshots WHERE stream_id = $1 AND version = 20`,
    [notebookId, JSON.stringify(lost.state), signature],
  )
  expect((await load(notebookId)).version).toBe(25)
  expect((await keyframes(notebookId)).map(({ version }) => version)).toEqual([10, 20])
})
