import pino from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { personal } from '../../events/personal'
import { createRegistry } from '../../events/registry'
import { type Erased, erased } from '../../kernel/erased'
import { testKeys } from '../../testing/codec'
import { testSigner } from '../../testing/connections'
import { query } from '../../testing/embedded-harness'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { createCodec } from '../store/codec'
import type { NewEvent } from '../store/event-store'
import { createPostgresStore } from '../store/postgres-store'
import type { Foldable } from './aggregate'
import { createAggregates } from './aggregates'
import { head } from './moment'
import { createFoldReader } from './read-fold-postgres'
import { createSnapshotKeeper } from './snapshot-keeper'

type Noted = { readonly data: { readonly author: string; readonly text: string | Erased } }

const registry = createRegistry({
  Noted: {
    streamType: 'notebook',
    schemaVersion: 1,
    data: z.object({ author: z.string(), text: personal(z.string(), 'profile') }),
    subject: ({ data }) => (data as Noted['data']).author,
  },
})

/** Its state is what was noted by whom. */
const notebook: Foldable<readonly Noted['data'][], Noted> = {
  streamType: 'notebook',
  stateVersion: 1,
  snapshotEvery: 2,
  bytesOf: () => 1,
  initial: () => [],
  fold: (notes, events) => [...notes, ...[...events].map(({ data }) => data)],
}

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase(registry)
})
afterAll(() => database.close())

/** A process with what it remembers. */
const node = () => {
  const { pool } = database
  const keys = testKeys(pool)
  const codec = createCodec(registry, keys)
  const store = createPostgresStore(pool, codec)
  const log = pino({ level: 'silent' })
  const keeper = createSnapshotKeeper({ sql: pool, signer: testSigner, codec, store, log })
  const read = createFoldReader({ sql: pool, signer: testSigner, codec, store })
  const load = async (id: string) => (await createAggregates({ store, read }).at(notebook, id, head)).state
  const erase = async (person: string) => {
    await query(database.ownerUrl, `DELETE FROM data_keys WHERE person = '${person}'`)
    keys.forget(person)
  }
  return { store, keeper, load, erase, read }
}

const noted = (author: string, text: string): NewEvent => ({
  type: 'Noted',
  data: { author, text },
  eventId: uuidv7(),
  schemaVersion: 1,
  metadata: {
    actor: { kind: 'staff', id: author },
    correlationId: 'story',
    causationId: 'story',
    commandId: null,
  },
  occurredAt: '2026-01-02T03:04:05.678Z',
})

/** A notebook of five notes by two people, with its two snapshots. */
const kept = async () => {
  const [id, ada, bob] = [uuidv7(), uuidv7(), uuidv7()]
  const events = [ada, ada, bob, ada, bob].map((author, nth) => noted(author, `secret ${nth}`))
  const here = node()
  await here.store.append({ stream: { type: 'notebook', id }, expectedVersion: 0, events })
  await here.keeper.fill(notebook, id)
  return { id, ada, bob, here, notes: events.map(({ data }) => data as Noted['data']) }
}

const rowsOf = (id: string) =>
  query(
    database.ownerUrl,
    `SELECT version, state::text FROM snapshots WHERE stream_id = '${id}' ORDER BY version`,
  )

describe('a snapshot of a state that says something personal', () => {
  it('holds nothing of it in plain text, and is used', async () => {
    const { id, notes } = await kept()
    const rows = await rowsOf(id)
    expect(rows.map(({ version }) => version)).toEqual([2, 4])
    expect(JSON.stringify(rows)).not.toContain('secret')
    const { load, read, keeper } = node()
    expect(await load(id)).toEqual(notes)
    const { base, events } = await read(notebook, id, head)
    expect([base?.version, events.length]).toEqual([4, 1])
    const { snapshots: keyframes } = await keeper.read(notebook, id, { after: 0, limit: 9 })
    expect(keyframes.map(({ state }) => state)).toEqual([notes.slice(0, 2), notes.slice(0, 4)])
  })

  it('does not outlive one key of those who stand in it, and is made anew without them', async () => {
    const { id, bob, here, notes } = await kept()
    await here.erase(bob)
    const without = notes.map((note) => (note.author === bob ? { ...note, text: erased } : note))
    expect(await here.load(id)).toEqual(without)
    expect((await here.read(notebook, id, head)).base).toBeUndefined()
    const { snapshots: keyframes } = await here.keeper.read(notebook, id, { after: 0, limit: 9 })
    expect(keyframes.map(({ version, state }) => [version, state])).toEqual([
      [2, without.slice(0, 2)],
      [4, without.slice(0, 4)],
    ])
    expect((await here.read(notebook, id, head)).base?.version).toBe(4)
    expect(JSON.stringify(await rowsOf(id))).not.toContain('secret')
  })

  it('goes on from the one before it, with the keys of that one', async () => {
    const { id, ada, here } = await kept()
    const more = [noted('carl', 'secret 5'), noted('carl', 'secret 6')]
    await here.store.append({ stream: { type: 'notebook', id }, expectedVersion: 5, events: more })
    await here.keeper.fill(notebook, id)
    await here.erase(ada)
    expect(JSON.stringify(await here.load(id))).not.toMatch(/secret [013]/)
    expect(JSON.stringify(await here.load(id))).toMatch(/secret 6/)
  })
})
