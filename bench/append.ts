import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { cart } from '../lib/domain/cart/cart'
import { handleCommand } from '../lib/server/commands/handle'
import { createKeyedQueue } from '../lib/server/commands/keyed-queue'
import { createLog } from '../lib/server/log'
import { openDatabase } from '../lib/server/postgres/open-database'
import { createPrisma } from '../lib/server/prisma'
import type { EventStore, NewEvent } from '../lib/server/store/event-store'
import { createPostgresStore } from '../lib/server/store/postgres-store'
import { cartStream } from '../lib/server/store/streams'
import { createFloor } from './append-floor'
import { type Hammered, hammer } from './hammer'
import { figure, printTable } from './table'

const actor = { kind: 'system', id: 'bench' } as const

/** One event, made anew for each append: a cart's first. */
const newEvent = (): NewEvent => {
  const causationId = uuidv7()
  return {
    type: 'CartCreated',
    data: { customerId: causationId },
    eventId: uuidv7(),
    schemaVersion: 1,
    metadata: { actor, correlationId: causationId, causationId, commandId: null },
    occurredAt: new Date().toISOString(),
  }
}

const appendOne = (store: EventStore) => async (): Promise<void> => {
  const stream = cartStream(uuidv7())
  const [result] = await store.append({ stream, expectedVersion: 0, events: [newEvent()] })
  if (result?.type !== 'written') throw new Error(`Not written: ${JSON.stringify(result)}`)
}

const handleOne = (store: EventStore) => {
  const dependencies = {
    store,
    queue: createKeyedQueue(),
    now: () => new Date(),
    newId: () => uuidv7(),
    backOff: () => Promise.resolve(),
  }
  return async (): Promise<void> => {
    const handled = await handleCommand(dependencies, cart, {
      stream: cartStream(uuidv7()),
      command: { type: 'CreateCart', customerId: 'bench' },
      actor,
    })
    if (handled.type !== 'accepted') throw new Error(`Not accepted: ${JSON.stringify(handled)}`)
  }
}

/** One event each to separate streams, against single inserts of the same rows into the same Postgres. */
export const benchAppend = async (): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'hindsight-bench-'))
  const log = createLog('warn')
  const database = await openDatabase({ databaseUrl: undefined, dataDir }, log)
  const prisma = createPrisma(database.pool, (error) => log.warn({ err: error }, 'A connection broke'))
  const pool = new pg.Pool(database.pool)
  try {
    const floor = await createFloor(database.pool, pool)
    const store = createPostgresStore(prisma)
    const contenders = [
      { name: 'bare INSERT (floor)', table: floor.table, operation: () => floor.insert(newEvent()) },
      { name: 'store.append', table: 'events', operation: appendOne(store) },
      { name: 'handleCommand', table: 'events', operation: handleOne(store) },
    ]
    const { rows } = await pool.query(
      `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync,
              current_setting('synchronous_commit') AS commit`,
    )
    const { version, fsync, commit } = rows[0]
    process.stdout.write(
      `\nAppend: one event each to separate streams. Postgres ${version}, fsync ${fsync}, ` +
        `synchronous_commit ${commit}, ${database.pool.max} connections.\n`,
    )
    const results: string[][] = []
    for (const writers of [1, 16, 64]) {
      for (const { name, table, operation } of contenders) {
        const before = await countRows(pool, table)
        const hammered = await hammer(writers, operation)
        const written = (await countRows(pool, table)) - before
        if (written !== hammered.answered) {
          throw new Error(`${name}: ${hammered.answered} were answered, ${written} are there`)
        }
        results.push(resultRow(name, writers, hammered))
      }
    }
    printTable(['', 'writers', 'per second', 'p50 ms', 'p99 ms'], results)
  } finally {
    await pool.end()
    await prisma.$disconnect()
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

const countRows = async (pool: pg.Pool, table: string): Promise<number> =>
  (await pool.query(`SELECT count(DISTINCT (stream_type, stream_id, version))::int AS rows FROM ${table}`))
    .rows[0].rows

const resultRow = (name: string, writers: number, { perSecond, p50Ms, p99Ms }: Hammered): string[] => [
  name,
  String(writers),
  figure(perSecond),
  figure(p50Ms),
  figure(p99Ms),
]
