import type { PoolConfig } from 'pg'
import { createPool } from '../../kit/server/postgres/pool'
import { createPostgresStore } from '../../kit/server/store/postgres-store'
import { recordStore } from '../../kit/testing/history-checker/recorded-store'
import { testCodec } from '../codec'
import { createRandom } from '../load/random'
import { createRandomAppends } from '../load/random-appends'

export interface WritersOptions {
  readonly connection: PoolConfig
  /** Where what they did is written down. */
  readonly journal: string
  readonly seed: number
  readonly streams: number
  readonly writers: number
  /** How many appends each of them makes. */
  readonly appends: number
}

/** The main program of a process of writers. */
const main = async (): Promise<void> => {
  const options = JSON.parse(process.argv[2] ?? '') as WritersOptions
  const { connection, journal, seed, streams, writers, appends } = options
  const pool = createPool(connection, (error) => console.error(error))
  const store = recordStore(createPostgresStore(pool, testCodec(pool)), journal)
  const append = createRandomAppends({ store, random: createRandom(seed), streams })
  const write = async () => {
    for (let nth = 0; nth < appends; nth++) await append()
  }
  await Promise.all(Array.from({ length: writers }, write))
  await pool.end()
}

await main()
