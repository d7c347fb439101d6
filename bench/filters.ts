import { isDeepStrictEqual } from 'node:util'
import type { Pool } from 'pg'
import { createParameters } from '../lib/kit/server/postgres/parameters'
import { createPool } from '../lib/kit/server/postgres/pool'
import { withClient } from '../lib/kit/server/postgres/with-client'
import type { EventFilters, NewEvent, ReadAll } from '../lib/kit/server/store/event-store'
import { type IndexState, readIndexState } from '../lib/kit/server/store/index-state'
import { lookUpName, pageQuery } from '../lib/kit/server/store/page-query'
import { createPostgresStore } from '../lib/kit/server/store/postgres-store'
import { eventIndexPosition } from '../lib/kit/server/subscriptions/event-index'
import { cartStream } from '../lib/shop/server/streams'
import { benchCodec } from './codec'
import { percentile } from './percentile'
import { type BenchServer, describeServer, withServer } from './server'
import { shopLog } from './shop-log'
import { figure, printTable } from './table'
import { takeTurns } from './turns'

const events = Number(process.env.BENCH_FILTER_EVENTS ?? 300_000)
const indexedAtOnce = 5_000
const warmUps = 5
const rounds = 40

/** Reads of a made-up shop's log by whatever it may be asked for: by the index beside it, and as before there was one. */
export const benchFilters = (): Promise<void> =>
  withServer(async (server) => {
    const pool = createPool(server.database.pool, () => undefined)
    try {
      const story = await fill(pool)
      const seconds = await index(pool)
      await asOwner(server, 'VACUUM ANALYZE events, event_index, event_ids, event_times')
      process.stdout.write(
        `\nFilters: ${figure(events)} events, indexed in ${seconds.toFixed(1)} s (${figure(events / seconds)}/s), ${await sizes(pool)}. ${await describeServer(server)}.\n`,
      )
      const questions = questionsFor(story)
      const byIndex = await measure(pool, questions, { position: events, head: events })
      await asOwner(server, indexesOfBefore)
      await asOwner(server, 'VACUUM ANALYZE events')
      const before = await measure(pool, questions)
      printTable(
        ['a page of 100', 'found', 'before, p50 ms', 'p95', 'by the index, p50 ms', 'p95', 'to before'],
        questions.map(([name], nth) => rowOf(name, before[nth] as Timed, byIndex[nth] as Timed)),
      )
    } finally {
      await pool.end()
    }
  })

/** Those that `events` had before there was an index beside it. */
const indexesOfBefore = `
  CREATE UNIQUE INDEX ON events (event_id);
  CREATE INDEX ON events (type, position);
  CREATE INDEX ON events ((metadata ->> 'correlationId'), position);
  CREATE INDEX ON events ((metadata -> 'actor' ->> 'id'), position);
  CREATE INDEX ON events USING brin (recorded_at);
  CREATE INDEX ON events USING gin (tags) WHERE tags <> '{}';
  CREATE INDEX ON events USING brin (occurred_at)`

const asOwner = ({ ownerUrl }: BenchServer, sql: string): Promise<unknown> =>
  withClient(ownerUrl, (client) => client.query(sql))

/** Fills the log; answers a story that is in it. */
const fill = async (pool: Pool): Promise<string> => {
  const store = createPostgresStore(pool, benchCodec(pool))
  const underWay = new Set<Promise<void>>()
  let story = ''
  for (const { cartId, events: facts } of shopLog(events)) {
    const append = { stream: cartStream(cartId), expectedVersion: 0, events: facts.map(tagged) }
    story = facts[0]?.metadata.correlationId ?? story
    const writing = store.append(append).then((result) => {
      if (result.type !== 'written') throw new Error(`Not written: ${result.type}`)
      underWay.delete(writing)
    })
    underWay.add(writing)
    if (underWay.size >= 200) await Promise.race(underWay)
  }
  await Promise.all(underWay)
  return story
}

/** By its product, as an application with conditions over the log would. */
const tagged = (event: NewEvent): NewEvent => {
  const { productId } = event.data as { readonly productId?: string }
  return productId ? { ...event, tags: ['line', productId] } : event
}

/** As its follower does; answers how many seconds it took. */
const index = async (pool: Pool): Promise<number> => {
  const begun = performance.now()
  for (let reached = 0; reached < events; reached += indexedAtOnce) {
    await pool.query('SELECT index_events($1, $2)', [reached + indexedAtOnce, indexedAtOnce])
  }
  if ((await eventIndexPosition(pool)) !== events) throw new Error('Not all of the log is indexed')
  return (performance.now() - begun) / 1_000
}

const sizes = async (pool: Pool): Promise<string> => {
  const { rows } = await pool.query<{ index: string; log: string }>(
    `SELECT pg_size_pretty(pg_total_relation_size('event_index') + pg_total_relation_size('event_ids')
                           + pg_total_relation_size('event_times')) AS index,
            pg_size_pretty(pg_total_relation_size('events')) AS log`,
  )
  return `${rows[0]?.index} beside a log of ${rows[0]?.log}`
}

type Question = readonly [name: string, filter: EventFilters, range?: Partial<ReadAll>]

const questionsFor = (story: string): readonly Question[] => {
  const newest = { direction: 'backwards' } as const
  const year = { occurredSince: '2019-01-01T00:00:00.000Z', occurredUntil: '2020-01-01T00:00:00.000Z' }
  return [
    ['a frequent type', { types: ['ItemAdded'] }],
    ['a frequent type, newest first', { types: ['ItemAdded'] }, newest],
    ['a type', { types: ['CartAbandoned'] }, newest],
    ['two types', { types: ['CartAbandoned', 'CartCheckedOut'] }, newest],
    ['a type that there is not', { types: ['CartRestored'] }],
    ['a frequent tag', { tags: ['line'] }],
    ['a rare tag', { tags: ['product-4999'] }],
    ['two tags', { tags: ['line', 'product-4000'] }, newest],
    ['a story', { correlationId: story }],
    ['a story that there is not', { correlationId: 'none' }],
    ['an actor of many', { actorId: 'online_retail.csv.gz' }, newest],
    ['an actor of few', { actorId: 'customer-00017' }],
    ['an actor and a type', { actorId: 'staff-3', types: ['CartAbandoned'] }, newest],
    ['a time of recording', { since: '2100-01-01T00:00:00.000Z' }],
    ['a time of occurrence', year],
    ['a type at a time', { ...year, types: ['CartAbandoned'] }],
    ['an actor at a time', { ...year, actorId: 'staff-3' }],
    ['one or another', [{ types: ['CartAbandoned'] }, { tags: ['product-4999'] }]],
    [
      'a follower of a rare type',
      { types: ['CartAbandoned'] },
      { after: 100_000, upTo: 105_000, limit: 5_000 },
    ],
    [
      'a follower of most',
      { types: ['ItemAdded', 'ItemRemoved', 'CartCreated'] },
      { after: 100_000, upTo: 105_000, limit: 5_000 },
    ],
  ]
}

interface Timed {
  readonly positions: readonly string[]
  readonly p50: number
  readonly p95: number
}

const measure = async (pool: Pool, questions: readonly Question[], index?: IndexState): Promise<Timed[]> => {
  const asked = questions.map(([, filter, range]) => {
    const { values, value } = createParameters()
    const page = { limit: 100, ...range, filter }
    const text = pageQuery(page, value, index)
    const name = lookUpName(page, text, index)
    return async () => {
      if (index) await readIndexState(pool)
      const { rows } = await pool.query<{ position: string }>({ name, text, values })
      return rows.map(({ position }) => position)
    }
  })
  const timed = await takeTurns(asked, { warmUps, rounds })
  return timed.map(({ sorted, answer }) => ({
    positions: answer,
    p50: percentile(sorted, 50),
    p95: percentile(sorted, 95),
  }))
}

const rowOf = (name: string, before: Timed, byIndex: Timed): string[] => {
  if (!isDeepStrictEqual(before.positions, byIndex.positions))
    throw new Error(`${name}: other events than before`)
  return [
    name,
    figure(byIndex.positions.length),
    figure(before.p50),
    figure(before.p95),
    figure(byIndex.p50),
    figure(byIndex.p95),
    `${figure(byIndex.p50 / before.p50)}x`,
  ]
}
