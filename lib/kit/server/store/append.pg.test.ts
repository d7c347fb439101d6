import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCodec } from '../../../testing/codec'
import { freshStream } from '../../../testing/event-store/fresh-stream'
import { itemAdded, newEvent } from '../../../testing/events'
import { eventually } from '../../../testing/eventually'
import { openTestDatabase, type TestDatabase } from '../../../testing/open-database'
import type { Append } from './event-store'
import { createPostgresStore } from './postgres-store'

let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await openTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

const appendOf = (overrides: Partial<Append> = {}): Append => ({
  stream: freshStream(),
  expectedVersion: 'none',
  events: [newEvent(itemAdded())],
  ...overrides,
})
const append = (overrides: Partial<Append> = {}) => database.store.append(appendOf(overrides))

describe('a command', () => {
  it('that reaches two nodes at once is written once, and both learn the same answer', async () => {
    const nodes = [
      createPostgresStore(database.pool, testCodec(database.pool)),
      createPostgresStore(database.pool, testCodec(database.pool)),
    ]
    for (let round = 0; round < 25; round++) {
      const stream = freshStream()
      const commandId = uuidv4()
      const sent = nodes.flatMap((node) => [
        node.append(appendOf({ stream, commandId, expectedVersion: 'any' })),
        node.append(appendOf({ stream, commandId, expectedVersion: 'any' })),
      ])
      const results = await Promise.all(sent)
      expect(results.map(({ type }) => type).toSorted()).toEqual([
        'duplicate',
        'duplicate',
        'duplicate',
        'written',
      ])
      expect(await database.store.headVersion(stream)).toBe(1)
      const outcome = await database.store.findOutcome(stream, commandId)
      const answers = results.flatMap((result) => (result.type === 'duplicate' ? [result.outcome] : []))
      expect(answers).toEqual([outcome, outcome, outcome])
    }
  })

  it('that is sent together on two nodes is written once', async () => {
    const nodes = [
      createPostgresStore(database.pool, testCodec(database.pool)),
      createPostgresStore(database.pool, testCodec(database.pool)),
    ]
    const [one, two] = [appendOf({ commandId: uuidv4() }), appendOf({ commandId: uuidv4() })]
    const results = await Promise.all(nodes.map((node) => node.appendTogether({ appends: [one, two] })))
    expect(results.map(({ type }) => type).toSorted()).toEqual(['refused', 'written'])
    expect(results.find(({ type }) => type === 'refused')).toMatchObject({
      results: [{ type: 'duplicate' }, { type: 'duplicate' }],
    })
  })
})

describe('an append that Postgres refuses', () => {
  const used = uuidv7()
  const hugeId = randomBytes(20_000).toString('base64')
  const { metadata } = newEvent(itemAdded())

  it.each([
    [
      'an event id that is used',
      () => newEvent(itemAdded(), { eventId: used }),
      { name: 'InvalidAppend', reason: 'BadId' },
    ],
    [
      'a correlation id that no index takes',
      () => newEvent(itemAdded(), { metadata: { ...metadata, correlationId: hugeId } }),
      { code: '54000' },
    ],
  ])('as it has %s fails alone', async (_what, event, reason) => {
    await database.store.append(appendOf({ expectedVersion: 'any', events: [newEvent(itemAdded())] }))
    if ('name' in reason) await append({ events: [event()] })
    const head = await database.store.headPosition()
    const stream = freshStream()
    const results = await Promise.allSettled([
      ...Array.from({ length: 20 }, () => append()),
      append({ stream, events: [newEvent(itemAdded()), event()] }),
      // Nothing of it was kept: the stream is still new.
      append({ stream }),
      ...Array.from({ length: 20 }, () => append()),
    ])
    expect(results.splice(20, 1)).toMatchObject([{ status: 'rejected', reason }])
    expect(results).toMatchObject(results.map(() => ({ value: { type: 'written' } })))
    expect(await database.store.headPosition()).toBe(head + 41)
  })
})

describe('a connection that is lost', () => {
  /** Held by another, the appends' lock keeps a batch under way. */
  const holdAppends = async () => {
    await owner.query('BEGIN; SELECT pg_advisory_xact_lock(4983204512)')
    return () => owner.query('COMMIT')
  }
  const waiting = async () => {
    const { rows } = await owner.query<{ pid: number }>(
      `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    )
    return rows.map(({ pid }) => pid)
  }

  it('fails all that were under way on it, writes none of them, and the next ones work', async () => {
    const letGo = await holdAppends()
    const head = await database.store.headPosition()
    const lost = Promise.allSettled(Array.from({ length: 30 }, () => append()))
    await eventually(async () => expect(await waiting()).toHaveLength(1))
    await owner.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [await waiting()])
    const results = await lost
    await letGo()

    expect(results.map(({ status }) => status)).toEqual(results.map(() => 'rejected'))
    expect(await database.store.headPosition()).toBe(head)
    const next = await Promise.all(Array.from({ length: 30 }, () => append()))
    expect(next.map(({ type }) => type)).toEqual(next.map(() => 'written'))
  })
})
