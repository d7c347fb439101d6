import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../../testing/eventually'
import {
  asOwner,
  note,
  noteRows,
  noting,
  openFollowedLog,
  type TestFollowedLog,
} from '../../testing/followed-log'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { followLog } from '../engine/follow-log'
import { withWrittenHere } from '../tail/written-here'
import { catchUp } from './catch-up'
import { checkpointOf } from './checkpoints'
import { listParked } from './parked-events'
import { runSubscription } from './run-subscription'
import type { Subscription } from './subscription'
import { isTransient } from './transient'

let log: TestFollowedLog
let last: number
beforeAll(async () => {
  log = await openFollowedLog()
  await log.append('a', 40)
  last = await log.append('b', 60)
})
afterAll(() => log.close())

const positions = async (name: string) => (await log.handled(name)).map(({ position }) => position)
const everything = () => Array.from({ length: last }, (_, index) => index + 1)

const persistently = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isTransient(error)) throw error
    }
  }
}

/** Tries again for as long as the database breaks under it, as a runner does. */
const persist = async (subscription: Subscription): Promise<number> => {
  for (let outages = 0; ; outages++) {
    const done = await catchUp(log.dependencies, subscription).then(
      () => true,
      () => false,
    )
    if (done) return outages
  }
}

describe('in a transaction', () => {
  it('events are applied once though the connection is killed in the middle', async () => {
    let kills = 0
    const subscription = noting('killed', {
      handler: {
        type: 'transaction',
        apply: async (sql, events) => {
          await note('killed')(sql, events)
          if (events.some(({ position }) => position % 30 === 0) && kills++ % 2 === 0) {
            const { rows } = await sql.query('SELECT pg_backend_pid() AS pid')
            await asOwner(log.database.ownerUrl, `SELECT pg_terminate_backend(${rows[0].pid}, 5000)`)
          }
        },
      },
    })
    expect(await persist(subscription)).toBe(3)
    expect(await positions('killed')).toEqual(everything())
  })

  it('events are applied once though several are at it at a time', async () => {
    const subscription = noting('raced', { batchSize: 2 })
    const counts = await Promise.all(Array.from({ length: 4 }, () => catchUp(log.dependencies, subscription)))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(last)
    expect(await positions('raced')).toEqual(everything())
  })

  it('nothing is left of a batch that was not committed', async () => {
    const subscription = noting('lost', {
      handler: {
        type: 'transaction',
        apply: async (sql, events) => {
          await note('lost')(sql, events)
          throw Object.assign(new Error('lost'), { code: '57P01' })
        },
      },
    })
    await expect(catchUp(log.dependencies, subscription)).rejects.toThrow('lost')
    expect(await log.handled('lost')).toEqual([])
    expect(await checkpointOf(log.database.pool, 'lost')).toBe(0)
  })
})

describe('on two nodes, in partitions', () => {
  it("events are applied once, each stream's in order, though connections are killed all the time", async () => {
    const subscription = noting('storm', { partitions: 3 })
    const runners = [log.node(), log.node()].map((leases) =>
      runSubscription({ ...log.dependencies, leases }, subscription),
    )
    for (let round = 0; round < 15; round++) {
      for (let stream = 0; stream < 10; stream++)
        last = await persistently(() => log.append(`storm-${stream}`, 5))
      for (const runner of runners) runner.wake()
      await asOwner(log.database.ownerUrl, killSome(round))
    }
    await eventually(async () => expect(await checkpointOf(log.database.pool, 'storm')).toBe(last))
    await Promise.all(runners.map((runner) => runner.stop()))
    const handled = await log.handled('storm')
    expect(handled.map(({ position }) => position).sort((a, b) => a - b)).toEqual(everything())
    for (const streamId of new Set(handled.map((event) => event.streamId))) {
      const versions = handled.filter((event) => event.streamId === streamId).map(({ version }) => version)
      expect(versions).toEqual(versions.map((_, index) => index + 1))
    }
    expect(await listParked(log.database.pool, 'storm', { limit: 1 })).toEqual([])
  })
})

describe('together, on two nodes', () => {
  it('events are applied once by each, in order, though connections are killed all the time', async () => {
    const names = ['rows', 'more rows', 'transaction']
    const subscriptions = [
      ...names.slice(0, 2).map((name) => noting(name, { handler: { type: 'rows', write: noteRows(name) } })),
      noting('transaction', { batchSize: 100 }),
    ]
    const { pool, store, connection } = log.database
    const node = () => {
      const { writtenHere, ...here } = withWrittenHere(store, notebookEvents)
      const engine = { store: here, writtenHere }
      return followLog({ engine, pool, connection, subscriptions, log: log.dependencies.log })
    }
    const nodes = [await node(), await node()]
    for (let round = 0; round < 15; round++) {
      for (let nth = 0; nth < 10; nth++) last = await persistently(() => log.append(`together-${nth}`, 5))
      await asOwner(log.database.ownerUrl, killSome(round))
    }
    for (const name of names) {
      await eventually(async () => expect(await checkpointOf(pool, name)).toBe(last))
      expect(await positions(name)).toEqual(everything())
      expect(await listParked(pool, name, { limit: 1 })).toEqual([])
    }
    await Promise.all(nodes.map((each) => each.stop()))
  })
})

/** Ends every other connection, and now and then that which holds the leases. */
const killSome = (round: number): string =>
  `SELECT pg_terminate_backend(pid) FROM pg_stat_activity a
   WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
     AND CASE WHEN EXISTS (SELECT FROM pg_locks l WHERE l.pid = a.pid AND locktype = 'advisory' AND objsubid = 2)
         THEN ${round % 5 === 0} ELSE (pid + ${round}) % 2 = 0 END`

describe('an effect', () => {
  it('happens at least once, again for the batch that was not checked off', async () => {
    const delivered: number[] = []
    let failed = false
    const subscription = noting('effect', {
      batchSize: 30,
      handler: {
        type: 'effect',
        deliver: async (events) => {
          for (const { position } of events) {
            delivered.push(position)
            if (position === 45 && !failed) {
              failed = true
              throw Object.assign(new Error('The receiver hung up'), { code: 'ECONNRESET' })
            }
          }
        },
      },
    })
    expect(await persist(subscription)).toBe(1)
    const again = everything().slice(30, 45)
    expect(delivered).toEqual([...everything().slice(0, 45), ...again, ...everything().slice(45)])
    expect(await checkpointOf(log.database.pool, 'effect')).toBe(last)
  })
})
