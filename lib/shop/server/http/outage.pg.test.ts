import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createHandle } from '../../../kit/server/commands/handle'
import { createLog } from '../../../kit/server/log'
import { createReadiness, type Readiness } from '../../../kit/server/outage/readiness'
import { createPool } from '../../../kit/server/postgres/pool'
import type { EventStore } from '../../../kit/server/store/event-store'
import { createPostgresStore } from '../../../kit/server/store/postgres-store'
import { tryWrite } from '../../../kit/server/store/try-write'
import { withAppendWatch } from '../../../kit/server/store/with-append-watch'
import { testCodec } from '../../../kit/testing/codec'
import {
  connect,
  createHarness,
  isRunning,
  killPostgres,
  pidFileOf,
  query,
} from '../../../kit/testing/embedded-harness'
import { eventually } from '../../../kit/testing/eventually'
import { handlerOver } from '../../../kit/testing/handler'
import { fakeContext } from '../../testing/fake-context'
import { serveTestApi } from '../../testing/test-api'
import { shopEvents } from '../../wire/events/shop-events'
import { type Database, openDatabase } from '../open-database'
import { cartStream } from '../streams'

const harness = createHarness()
const log = createLog('silent')
const api = serveTestApi()
let home: string
let database: Database
let pool: Pool
let ownerUrl: string
let store: EventStore
let readiness: Readiness
let cartId: string

/** The shop's API over a Postgres of their own, which may be broken at will. */
beforeAll(async () => {
  home = await harness.home()
  database = await openDatabase({ databaseUrl: undefined, dataDir: home }, log)
  ownerUrl = database.ownerUrl
  pool = createPool(database.pool, () => undefined)
  const { appendWatch, ...watched } = withAppendWatch(createPostgresStore(pool, testCodec(shopEvents, pool)))
  store = watched
  readiness = createReadiness({ pool, appendWatch, log })
  const fake = fakeContext({ store })
  const handler = handlerOver(store, shopEvents)
  api.over({
    ...fake,
    store,
    aggregates: handler.aggregates,
    commands: { ...fake.commands, ...handler, handle: createHandle(handler) },
    readiness,
  })
})
afterAll(async () => {
  await pool.end()
  await database.close()
  await harness.cleanUp()
})

const headers = { authorization: 'Bearer shopper', 'content-type': 'application/json' }

beforeEach(async () => {
  const created = await api.ask('/api/carts', { method: 'POST', headers })
  cartId = (await created.json()).cartId
})

const change = (newQuantity: number) => ({ type: 'ChangeItemQuantity', productId: 'lamp', newQuantity })
const add = { type: 'AddItem', productId: 'lamp', quantity: 1 }

const send = (command: object, commandId: string = uuidv4()): Promise<Response> =>
  api.ask(`/api/carts/${cartId}/commands`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ ...command, commandId }),
  })

const expectUnavailable = async (response: Response) => {
  expect(await response.json()).toMatchObject({ status: 503, code: 'Unavailable' })
  expect(response.headers.get('retry-after')).toBe('1')
  expect(response.headers.get('content-type')).toBe('application/problem+json')
}

/** What was refused goes through by itself once the database is well, and stands in the log once. */
const expectHealed = async (command: object, commandId: string) => {
  const answer = await eventually(async () => {
    const response = await send(command, commandId)
    expect(response.status).toBe(200)
    return response.json()
  })
  expect(await (await send(command, commandId)).json()).toEqual(answer)
  const events = await store.readStream(cartStream(cartId))
  expect(events.filter(({ metadata }) => metadata.commandId === commandId)).toEqual(answer.events)
}

describe('a database that is gone', () => {
  /** Kills Postgres, and keeps it from coming back: one of its processes lives on, stopped. */
  const holdDown = async () => {
    const client = await connect(ownerUrl)
    const { rows } = await client.query('select pg_backend_pid() as pid')
    const { pid } = rows[0]
    process.kill(pid, 'SIGSTOP')
    await killPostgres(home, 'SIGKILL')
    return () => isRunning(pid) && process.kill(pid, 'SIGKILL')
  }

  it('is told as such, and what was asked meanwhile can be sent again when it is back', async () => {
    const letGo = await holdDown()
    const commandIds = Array.from({ length: 5 }, () => uuidv4())
    try {
      for (const response of await Promise.all(commandIds.map((id) => send(add, id)))) {
        await expectUnavailable(response)
      }
      expect(await readiness.check()).toMatchObject({ ready: false, code: 'NoAnswer' })
    } finally {
      letGo()
    }
    for (const commandId of commandIds) await expectHealed(add, commandId)
    expect(await store.headVersion(cartStream(cartId))).toBe(1 + commandIds.length)
  })

  it('acknowledges nothing that it then has not, when it goes in the middle of it all', async () => {
    const commandIds = Array.from({ length: 9 }, () => uuidv4())
    const answers = commandIds.map((id) => send(add, id))
    await answers[0]
    await killPostgres(home, 'SIGKILL')
    for (const response of await Promise.all(answers)) expect([200, 503]).toContain(response.status)
    for (const commandId of commandIds) await expectHealed(add, commandId)
    expect(await store.headVersion(cartStream(cartId))).toBe(1 + commandIds.length)
  })
})

describe('a database that takes no writes', () => {
  const setReadOnly = async (setting: 'SET default_transaction_read_only = on' | 'RESET ALL') => {
    const client = await connect(ownerUrl)
    await client.query(`ALTER SYSTEM ${setting}`)
    await client.query('SELECT pg_reload_conf()')
    await client.end()
  }

  it('is told as unavailable until it does', async () => {
    await send(add)
    const commandId = uuidv4()
    await setReadOnly('SET default_transaction_read_only = on')
    try {
      await eventually(async () => expect((await send(change(9))).status).toBe(503))
      await expectUnavailable(await send(change(7), commandId))
      expect(await readiness.check()).toMatchObject({ ready: false, code: 'ReadOnly' })
      expect(await readiness.canRead()).toBe(true)
    } finally {
      await setReadOnly('RESET ALL')
    }
    await expectHealed(change(7), commandId)
  })
})

describe('a disk that is full', () => {
  /** A place of four megabytes, where that can be had; undefined where not. */
  const smallDisk = (): string | undefined => {
    const place = mkdtempSync(join(tmpdir(), 'hindsight-small-disk-'))
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', place], { stdio: 'ignore' })
      return place
    } catch {
      rmSync(place, { recursive: true })
      return undefined
    }
  }

  const fill = (file: string) =>
    expect(() => writeFileSync(file, Buffer.alloc(8 * 2 ** 20))).toThrow(/ENOSPC/)

  /** Does something with a tablespace on a place of four megabytes; false where there can be none. */
  const onSmallDisk = async (work: (filler: string) => Promise<void>): Promise<boolean> => {
    const disk = smallDisk()
    if (!disk) return false
    const postgresDir = pidFileOf(home).replace(/\/[^/]+$/, '')
    const { uid, gid } = statSync(postgresDir)
    chmodSync(disk, 0o700)
    chownSync(disk, uid, gid)
    await query(ownerUrl, `CREATE TABLESPACE small LOCATION '${disk}'`)
    try {
      await work(join(disk, 'filler'))
    } finally {
      rmSync(join(disk, 'filler'), { force: true })
      await query(ownerUrl, 'ALTER TABLE events SET TABLESPACE pg_default')
      await query(ownerUrl, 'DROP TABLESPACE small')
      execFileSync('umount', [disk])
      rmSync(disk, { recursive: true })
    }
    return true
  }
  const noSmallDisk = 'A small disk needs mount, as root'

  it('is told as unavailable until there is room', async ({ skip }) => {
    const done = await onSmallDisk(async (filler) => {
      await query(ownerUrl, 'ALTER TABLE events SET TABLESPACE small')
      await send(add)
      fill(filler)
      const refused = await untilRefused()
      expect(await readiness.check()).toMatchObject({ ready: false, code: 'NotWritable' })
      rmSync(filler)
      expect(await readiness.check()).toEqual({ ready: true })
      await expectHealed(refused.command, refused.commandId)
    })
    if (!done) return skip(noSmallDisk)
  })

  it('is found out before anything is lost on it', async ({ skip }) => {
    const done = await onSmallDisk(async (filler) => {
      const options = '-c temp_tablespaces=small'
      await query(ownerUrl, 'GRANT CREATE ON TABLESPACE small TO PUBLIC')
      const writing = createPool({ ...database.pool, options, max: 1 }, () => undefined)
      try {
        await tryWrite(writing)
        fill(filler)
        await expect(tryWrite(writing)).rejects.toMatchObject({ code: '53100' })
        rmSync(filler)
        await tryWrite(writing)
      } finally {
        await writing.end()
      }
    })
    if (!done) return skip(noSmallDisk)
  })

  const untilRefused = async () => {
    for (let nth = 0; nth < 2_000; nth++) {
      const [command, commandId] = [change(2 + (nth % 8)), uuidv4()]
      const response = await send(command, commandId)
      if (response.status === 200) continue
      await expectUnavailable(response)
      return { command, commandId }
    }
    throw new Error('The disk never was full')
  }

  it('is known by the code that Postgres gives it', async () => {
    const commandId = uuidv4()
    await query(
      ownerUrl,
      `CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS
         $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = '53100'; END $$`,
    )
    await query(
      ownerUrl,
      'CREATE TRIGGER no_room BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION no_room()',
    )
    const head = await store.headPosition()
    await expectUnavailable(await send(add, commandId))
    expect(await readiness.check()).toMatchObject({ ready: false, code: 'NotWritable' })
    expect(await readiness.canRead()).toBe(true)
    expect(await store.headPosition()).toBe(head)
    await query(ownerUrl, 'DROP FUNCTION no_room CASCADE')
    expect(await readiness.check()).toEqual({ ready: true })
    expect(await store.headPosition(), 'what was tried is taken back').toBe(head)
    await expectHealed(add, commandId)
  })
})
