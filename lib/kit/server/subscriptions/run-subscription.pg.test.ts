import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { eventually } from '../../testing/eventually'
import { asOwner, note, noting, openFollowedLog, type TestFollowedLog } from '../../testing/followed-log'
import type { Wakeable } from '../tail/wakeable'
import { checkpointOf } from './checkpoints'
import type { Leases } from './leases'
import { pauseSubscription, resumeSubscription } from './pause'
import { runSubscription } from './run-subscription'
import type { Subscription } from './subscription'

let log: TestFollowedLog
let last: number
const runners: Wakeable[] = []
const children: ChildProcess[] = []

beforeAll(async () => {
  log = await openFollowedLog()
  last = await log.append('a', 50)
})
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()))
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => log.close())

const run = (leases: Leases, subscription: Subscription): Wakeable => {
  const runner = runSubscription({ ...log.dependencies, leases }, subscription)
  runners.push(runner)
  return runner
}

const positions = async (name: string) => (await log.handled(name)).map(({ position }) => position)
const everything = () => Array.from({ length: last }, (_, index) => index + 1)
const until = (name: string, position: number) =>
  eventually(async () => expect(await checkpointOf(log.database.pool, name)).toBe(position))

/** A subscription that tells which node handled what. */
const telling = (name: string, onEvents: (positions: number[]) => void) =>
  noting(name, {
    handler: {
      type: 'transaction',
      apply: async (sql, events) => {
        onEvents(events.map(({ position }) => position))
        await note(name)(sql, events)
      },
    },
  })

describe('a running subscription', () => {
  it('follows the log when woken, and by itself', async () => {
    const runner = run(log.node(), noting('live', { partitions: 2 }))
    await until('live', last)
    last = await log.append('b', 5)
    runner.wake()
    await until('live', last)
    last = await log.append('c', 5)
    await until('live', last)
    expect((await positions('live')).sort((a, b) => a - b)).toEqual(everything())
  })

  it('runs on one of many nodes, and on another when that one leaves', async () => {
    const handledBy: string[] = []
    const [one, two] = ['one', 'two'].map((node) =>
      run(
        log.node(),
        telling('taken', () => handledBy.push(node)),
      ),
    ) as [Wakeable, Wakeable]
    await until('taken', last)
    expect(new Set(handledBy).size).toBe(1)
    const first = handledBy[0]
    await (first === 'one' ? one : two).stop()
    last = await log.append('a', 5)
    await until('taken', last)
    expect(new Set(handledBy).size).toBe(2)
    expect(await positions('taken')).toEqual(everything())
  })

  it.each([
    ['is killed', 'killed', 'SIGKILL'],
    ['hangs', 'frozen', 'SIGSTOP'],
  ] as const)('goes over to a standby when its node %s', async (_, name, signal) => {
    await startNode(name)
    const took = vi.fn()
    run(log.node(), telling(name, took))
    await until(name, last)
    last = await log.append('a', 5)
    await until(name, last)
    expect(took).not.toHaveBeenCalled()

    children[0]?.kill(signal)
    last = await log.append('a', 5)
    await until(name, last)
    expect(took).toHaveBeenCalled()
    expect(await positions(name)).toEqual(everything())
  })

  it('stops at once when it lost its lease, and goes on when it has it again', async () => {
    let signal: AbortSignal | undefined
    let finish = () => {}
    const delivered: number[] = []
    run(
      log.node(),
      noting('lost', {
        handler: {
          type: 'effect',
          deliver: async (events, given) => {
            if (!signal) {
              signal = given
              await new Promise<void>((resolve) => {
                finish = resolve
              })
              given.throwIfAborted()
            }
            delivered.push(...events.map(({ position }) => position))
          },
        },
      }),
    )
    await eventually(() => expect(signal).toBeDefined())
    expect(signal?.aborted).toBe(false)
    await asOwner(
      log.database.ownerUrl,
      `SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_database d ON d.oid = database
       WHERE datname = current_database() AND locktype = 'advisory' AND objid = hashtext('lost/0/1')::oid`,
    )
    await eventually(() => expect(signal?.aborted).toBe(true))
    expect(delivered).toEqual([])
    finish()
    await until('lost', last)
    expect(delivered).toEqual(everything())
    const { rows } = await log.database.pool.query("SELECT FROM parked_events WHERE subscription = 'lost'")
    expect(rows).toEqual([])
  })

  it('is paused and resumed while it runs', async () => {
    const { pool } = log.database
    const runner = run(log.node(), noting('paused'))
    await until('paused', last)
    await pauseSubscription(pool, 'paused')
    const before = last
    last = await log.append('a', 3)
    runner.wake()
    await runner.stop()
    expect(await checkpointOf(pool, 'paused')).toBe(before)
    run(log.node(), noting('paused'))
    await resumeSubscription(pool, 'paused')
    await until('paused', last)
    expect(await positions('paused')).toEqual(everything())
  })

  it('waits for an outage to end, and stops in the middle of one', async () => {
    let isDown = true
    let tries = 0
    const subscription = noting('outage', {
      handler: {
        type: 'transaction',
        apply: async (sql, events) => {
          tries++
          if (isDown) throw Object.assign(new Error('down'), { code: 'ECONNREFUSED' })
          await note('outage')(sql, events)
        },
      },
    })
    const runner = run(log.node(), subscription)
    await eventually(() => expect(tries).toBe(3))
    await runner.stop()
    run(log.node(), subscription)
    await eventually(() => expect(tries).toBe(4))
    isDown = false
    await until('outage', last)
    expect(await positions('outage')).toEqual(everything())
  })

  it('can not be run twice in one process', async () => {
    const leases = log.node()
    run(leases, noting('twice'))
    expect(() => run(leases, noting('twice'))).toThrow('claimed')
  })
})

/** Another process that runs the subscription, once it has handled something. */
const startNode = async (name: string): Promise<void> => {
  const url = (path: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, path)).href)
  const script = `
    import pino from 'pino'
    import { createPool } from ${url('../postgres/pool.ts')}
    import { testCodec } from ${url('../../testing/codec.ts')}
    import { testAppConnection } from ${url('../../testing/connections.ts')}
    import { createPostgresStore } from ${url('../store/postgres-store.ts')}
    import { notebookEvents } from ${url('../../testing/notebook/notebook-events.ts')}
    import { createLeases } from ${url('./leases.ts')}
    import { runSubscription } from ${url('./run-subscription.ts')}
    const connection = testAppConnection(${JSON.stringify(log.database.ownerUrl)})
    const pool = createPool(connection, () => {})
    const log = pino({ level: 'silent' })
    const apply = async (sql, events) => {
      for (const { position, streamId, version } of events) {
        await sql.query('INSERT INTO handled (name, position, stream_id, version) VALUES ($1, $2, $3, $4)',
          [${JSON.stringify(name)}, position, streamId, version])
      }
      console.log('handled')
    }
    runSubscription(
      { pool, store: createPostgresStore(pool, testCodec(notebookEvents, pool)), log, leases: createLeases(connection, log) },
      { name: ${JSON.stringify(name)}, startFrom: 'beginning', onPoison: 'stop', handler: { type: 'transaction', apply } },
    )`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('The node ended before it handled anything'))),
  ])
}
