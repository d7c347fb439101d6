import type { PoolConfig } from 'pg'
import { createPool } from '../../server/postgres/pool'
import { createPostgresStore } from '../../server/store/postgres-store'
import { testCodec } from '../codec'
import { recordStore } from '../history-checker/recorded-store'
import { createRandom } from '../load/random'
import { createRandomAppends } from '../load/random-appends'
import { notebookEvents } from '../notebook/notebook-events'
import { notebookWritten } from '../notebook/written'

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
  const store = recordStore(createPostgresStore(pool, testCodec(notebookEvents, pool)), journal)
  const append = createRandomAppends({
    store,
    written: notebookWritten,
    random: createRandom(seed),
    streams,
  })
  const write = async () => {
    for (let nth = 0; nth < appends; nth++) await append()
  }
  await Promise.all(Array.from({ length: writers }, write))
  await pool.end()
}

await main()
