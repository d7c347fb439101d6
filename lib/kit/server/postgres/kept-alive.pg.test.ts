import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  connect,
  createHarness,
  haveEnded,
  isRunning,
  killPostgres,
  postmasterPid,
  query,
} from '../../testing/embedded-harness'
import { eventually } from '../../testing/eventually'
import { createLog } from '../log'
import { listen } from '../tail/listen'
import type { EmbeddedPostgres } from './embedded'
import { inTransaction } from './in-transaction'
import { createPool } from './pool'

const harness = createHarness()
const template = createHarness()
const undo: (() => unknown)[] = []

let fresh: string
let home: string
let postgres: EmbeddedPostgres
let lines: string[]

beforeAll(async () => {
  fresh = await template.home()
  const first = await template.start(fresh)
  await query(first.url, 'create table kept as select 42 as answer')
  await first.stop()
})
beforeEach(async () => {
  home = await harness.home(fresh)
  lines = []
  postgres = await harness.start(home, (line) => lines.push(line))
})
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
  await harness.cleanUp()
})
afterAll(() => template.cleanUp())

const logged = (what: RegExp) => eventually(() => expect(lines.join('\n')).toMatch(what))

const answers = (url = postgres.url) =>
  eventually(async () => expect(await query(url, 'select answer from kept')).toEqual([{ answer: 42 }]))

const present = (count: number) =>
  eventually(async () => {
    const sql = `select count(*)::int as nodes from pg_stat_activity where application_name = 'hindsight presence'`
    expect(await query(postgres.url, sql)).toEqual([{ nodes: count }])
  })

const isDown = () => expect(query(postgres.url, 'select')).rejects.toMatchObject({ code: 'ECONNREFUSED' })

/** A backend that can't end: as long as it lives, Postgres' shared memory is in use and it can't be started again. */
const holdDown = async () => {
  const client = await connect(postgres.url)
  const { rows } = await client.query('select pg_backend_pid() as pid')
  const { pid } = rows[0]
  process.kill(pid, 'SIGSTOP')
  const letGo = () => isRunning(pid) && process.kill(pid, 'SIGKILL')
  undo.push(letGo)
  await killPostgres(home, 'SIGKILL')
  return letGo
}

describe('what Postgres is killed with does not matter:', () => {
  test.each(['SIGKILL', 'SIGQUIT', 'SIGINT'] as const)(
    'after %s it is back on the same URL',
    async (signal) => {
      await query(postgres.url, 'create table acknowledged as select 7 as number')
      const killed = postmasterPid(home)
      await killPostgres(home, signal)

      await answers()
      expect(postmasterPid(home)).not.toBe(killed)
      expect(await query(postgres.url, 'select number from acknowledged')).toEqual([{ number: 7 }])
      await logged(/is back/)
      expect(lines.slice(1)).toEqual([
        expect.stringMatching(/^Postgres on port \d+ is gone, bringing it back$/),
        expect.stringMatching(/^Postgres is back on port \d+ after \d+ ms$/),
      ])
    },
  )

  test('it is brought back again and again', async () => {
    for (let round = 1; round <= 3; round++) {
      await killPostgres(home, 'SIGKILL')
      await answers()
      await present(1)
    }
    await postgres.stop()
    await isDown()
  })

  test('when only a backend is, Postgres restarts itself and finds us present again', async () => {
    const [victim] = await query(
      postgres.url,
      `select pid from pg_stat_activity where application_name = 'hindsight presence'`,
    )
    const pid = postmasterPid(home)
    process.kill(victim?.pid as number, 'SIGKILL')
    await logged(/is back/)
    await present(1)
    expect(postmasterPid(home)).toBe(pid)
  })
})

describe('whoever was connected', () => {
  test('as a pool, has as many connections as before', async () => {
    const pool = new pg.Pool({ connectionString: postgres.url, max: 5 })
    undo.push(() => pool.end())
    pool.on('error', () => {})
    const all = () =>
      Promise.all(Array.from({ length: 5 }, () => pool.query('select pg_sleep(0.05), answer from kept')))
    await all()
    await killPostgres(home, 'SIGKILL')

    const results = await eventually(all)
    expect(results.map(({ rows }) => rows[0].answer)).toEqual([42, 42, 42, 42, 42])
    expect(pool.totalCount).toBe(5)
  })

  test('in the middle of a transaction, goes on', async () => {
    const pool = createPool({ connectionString: postgres.url, max: 1 }, () => {})
    undo.push(() => pool.end())
    const broken = inTransaction(pool, async (transaction) => {
      const { rows } = await transaction.query<{ pid: number }>('select pg_backend_pid() as pid')
      await killPostgres(home, 'SIGKILL')
      await haveEnded(rows[0]?.pid ?? 0)
      await transaction.query('select 1')
    })
    await expect(broken).rejects.toThrow()

    const { rows } = await eventually(() => pool.query('select answer from kept'))
    expect(rows).toEqual([{ answer: 42 }])
  })

  test('to listen, hears again', async () => {
    const hint = vi.fn()
    const listener = listen({ connectionString: postgres.url }, 'news', hint, createLog('silent'))
    undo.push(listener.stop)
    await eventually(() => expect(hint).toHaveBeenCalledTimes(1))
    await killPostgres(home, 'SIGKILL')

    await eventually(() => expect(hint).toHaveBeenCalledTimes(2))
    await query(postgres.url, 'notify news')
    await eventually(() => expect(hint).toHaveBeenCalledTimes(3))
  })
})

describe('two nodes', () => {
  test('both come back to one Postgres, which the last one out still stops', async () => {
    const node = await harness.startNode(home)
    await killPostgres(home, 'SIGKILL')
    await present(2)

    node.stdin?.write('stop\n')
    await once(node, 'exit')
    await answers()
    await postgres.stop()
    await isDown()
  })

  test('bring it back once, at the same moment', async () => {
    const others = await Promise.all([harness.start(home), harness.start(home), harness.start(home)])
    await killPostgres(home, 'SIGKILL')
    await present(4)
    await Promise.all(others.map((other) => other.stop()))
    await answers()
    await present(1)
  })
})

describe('what keeps it from coming back is said, and tried again:', () => {
  test('a backend of the killed one that is still there', async () => {
    const letGo = await holdDown()
    await logged(/not back yet.*shared memory block .* is still in use/)
    letGo()
    await answers()
  })

  test('another program on its port', async () => {
    const letGo = await holdDown()
    const port = Number(new URL(postgres.url).port)
    const squatter = createServer().listen(port, '127.0.0.1')
    await once(squatter, 'listening')
    letGo()
    await logged(new RegExp(`not back yet.*another program has taken port ${port}$`, 'm'))
    squatter.close()
    await answers()
  })

  test('another node that had to take it to another port', async () => {
    const letGo = await holdDown()
    const squatter = createServer().listen(Number(new URL(postgres.url).port), '127.0.0.1')
    await once(squatter, 'listening')
    letGo()
    const elsewhere = await harness.start(home)
    await logged(/not back yet.*another process has it on port/)
    squatter.close()
    await elsewhere.stop()
    await answers()
  })

  test('a setting that Postgres does not understand', async () => {
    const settings = join(home, 'postgres', 'postgresql.auto.conf')
    await writeFile(settings, "max_connections = 'many'\n")
    await killPostgres(home, 'SIGKILL')
    await logged(/not back yet.*configuration file .* contains errors/)
    await writeFile(settings, '')
    await answers()
  })
})

describe('stopping', () => {
  test('while Postgres is kept down waits for nothing, and it stays down', async () => {
    const letGo = await holdDown()
    await logged(/not back yet/)
    await postgres.stop()
    letGo()
    await isDown()
    expect(lines.at(-1)).toMatch(/not back yet/)
  })

  test('at the moment of the loss ends whatever was begun', async () => {
    await killPostgres(home, 'SIGKILL')
    await postgres.stop()
    await isDown()
  })

  test('while Postgres recovers for long calls the start off', async () => {
    await query(postgres.url, `alter system set restore_command = 'sleep 300'`)
    await writeFile(join(home, 'postgres', 'recovery.signal'), '')
    const killed = postmasterPid(home)
    await killPostgres(home, 'SIGKILL')
    await eventually(() => expect([killed, 0]).not.toContain(postmasterPid(home)))
    const starting = postmasterPid(home)
    await eventually(async () =>
      expect(await readFile(join(home, 'postgres.log'), 'utf8')).toContain('was interrupted'),
    )

    await postgres.stop()
    await eventually(() => expect(isRunning(starting)).toBe(false))
  })
})
