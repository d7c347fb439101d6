import type { Pool } from 'pg'
import { createPool } from '../lib/kit/server/postgres/pool'
import { rebuild } from '../lib/kit/server/projections/rebuild'
import type { EventStore } from '../lib/kit/server/store/event-store'
import { createPostgresStore } from '../lib/kit/server/store/postgres-store'
import { searchCarts } from '../lib/shop/cart/server/search/search-carts'
import { parseCartQuery } from '../lib/shop/cart/wire/search/parse'
import { projectionNamed } from '../lib/shop/server/projections'
import { cartStream } from '../lib/shop/server/streams'
import { benchCodec } from './codec'
import { ascending, percentile } from './percentile'
import { type BenchServer, describeServer, withServer } from './server'
import { customerId, customers, shopLog, wordFor } from './shop-log'
import { figure, printTable } from './table'
import { takeTurns } from './turns'

const events = Number(process.env.BENCH_SEARCH_EVENTS ?? 1_000_000)
const appendsAtOnce = 256
const limit = 50
const warmUps = 2
const rounds = 25

/** What staff would ask, then what is meant to hurt; how many are found of the page's 50, where that is sure. */
const searches: readonly [typed: string, found?: number][] = [
  ['', 50],
  ['status:active', 50],
  ['0130'],
  ['cart:01a', 50],
  ['customer:customer-00017'],
  ['email:person-17@'],
  ['product:product-17', 50],
  [`product:${wordFor(17)}`, 50],
  ['rarissimum'],
  ['"rarissimum unicum"'],
  ['event:ItemRemoved actor:staff', 50],
  ['total:>500GBP status:active', 50],
  ['created:2019-03..2019-04', 50],
  ['created:2019 product:product-4000 -status:active'],
  ['"changed my mind" status:checkedOut items:>20', 50],
  // a word that nearly all carts have, and one that none has
  ['card', 50],
  ['nothinglikethis', 0],
  ['-nothinglikethis', 50],
  ['-event:ItemAdded', 0],
  ['-product:rarissimum', 50],
  [`-product:${wordFor(0)} -product:${wordFor(1)} -product:${wordFor(2)}`, 50],
  // two that many have and nobody both
  ['event:CartCheckedOut event:CartAbandoned', 0],
  ['event:ItemAdded event:CartCheckedOut -status:checkedOut', 0],
  ['bath status:abandoned', 0],
  // true of the oldest alone
  ['actor:import', 50],
  ['actor:import created:>2016', 0],
  ['-actor:customer -actor:staff event:CartAbandoned', 50],
  // nothing to go by
  ['total:>1000000', 0],
  ['updated:>2027', 0],
  ['items:>400', 0],
  ['email:person', 50],
  ['email:nobody', 0],
  ['-email:person', 0],
  ['"old mill road"'],
  ['"mill road" "changed my mind" -bath'],
]

/** Searches across the carts of a log of 1,000,000 events (`BENCH_SEARCH_EVENTS` says otherwise). */
export const benchSearch = (): Promise<void> =>
  withServer(async (server) => {
    const pool = createPool(server.database.pool, (error) => server.log.warn({ err: error }, 'Broke'))
    try {
      const store = createPostgresStore(pool, benchCodec(pool))
      await fill(store)
      await addUsers(pool)
      for (const name of ['carts', 'cart_search']) await build(server, store, name)
      await introduce(server, pool)
      await measure(pool)
    } finally {
      await pool.end()
    }
  })

const fill = async (store: EventStore): Promise<void> => {
  const carts = shopLog(events)
  const appendOn = async () => {
    for (const { cartId, events } of carts)
      await store.append({ stream: cartStream(cartId), expectedVersion: 'none', events })
  }
  await Promise.all(Array.from({ length: appendsAtOnce }, appendOn))
  const head = await store.headPosition()
  if (head !== events) throw new Error(`The log has ${head} events, not ${events}`)
}

const addUsers = async (pool: Pool): Promise<void> => {
  const ids = Array.from({ length: customers }, (_, nth) => customerId(nth))
  await pool.query(
    `INSERT INTO auth_users (id, name, email)
     SELECT id, id, 'person-' || nth || '@example.com' FROM unnest($1::text[]) WITH ORDINALITY AS users(id, nth)`,
    [ids],
  )
}

const build = async ({ database }: BenchServer, store: EventStore, name: string): Promise<void> => {
  const begun = performance.now()
  const rebuilt = await rebuild({ connection: database.pool, store }, projectionNamed(name), {
    partitions: 2,
  })
  if (rebuilt.type !== 'rebuilt') throw new Error(rebuilt.type)
  process.stdout.write(`\n${name}: built in ${figure((performance.now() - begun) / 1_000)} s`)
}

const introduce = async (server: BenchServer, pool: Pool): Promise<void> => {
  const { rows } = await pool.query<{ carts: number; terms: number; size: string; log: string }>(
    `SELECT (SELECT count(*)::int FROM carts) AS carts, (SELECT count(*)::int FROM cart_terms) AS terms,
            pg_size_pretty(pg_total_relation_size('cart_terms') + pg_total_relation_size('cart_texts')) AS size,
            pg_size_pretty(pg_total_relation_size('events')) AS log`,
  )
  const [{ carts, terms, size, log } = { carts: 0, terms: 0, size: '', log: '' }] = rows
  process.stdout.write(
    `\nSearch: ${figure(events)} events (${log}), ${figure(carts)} carts, ${figure(terms)} terms (${size}). ${await describeServer(server)}.\n`,
  )
}

interface Searched {
  readonly typed: string
  readonly found: number
  readonly timings: readonly number[]
}

const measure = async (pool: Pool): Promise<void> => {
  const asks = searches.map(([typed]) => {
    const parsed = parseCartQuery(typed)
    if (parsed.type === 'invalid') throw new Error(`${typed}: ${parsed.message}`)
    return async () => {
      const page = await searchCarts(pool, { query: parsed.query, limit })
      if (page.type !== 'found') throw new Error(`${typed}: ${page.type}`)
      return page.carts.length
    }
  })
  const timed = await takeTurns(asks, { warmUps, rounds })
  const searched = searches.map(([typed, expected], nth): Searched => {
    const { answer: found = Number.NaN, sorted: timings = [] } = timed[nth] ?? {}
    if (expected !== undefined && found !== expected)
      throw new Error(`${typed}: found ${found} instead of ${expected}`)
    return { typed, found, timings }
  })
  printTable(['search', 'found', 'p50 ms', 'p95 ms', 'worst ms'], [...searched, allOf(searched)].map(rowOf))
}

const allOf = (searched: readonly Searched[]): Searched => ({
  typed: 'all of them',
  found: searched.reduce((sum, { found }) => sum + found, 0),
  timings: searched.flatMap(({ timings }) => timings),
})

const rowOf = ({ typed, found, timings }: Searched): string[] => {
  const sorted = ascending(timings)
  const times = [percentile(sorted, 50), percentile(sorted, 95), percentile(sorted, 100)]
  return [`\`${typed || ' '}\``, figure(found), ...times.map(figure)]
}
