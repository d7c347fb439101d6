import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Credentials } from '../../../kit/server/http/caller'
import { createPool } from '../../../kit/server/postgres/pool'
import { withClient } from '../../../kit/server/postgres/with-client'
import { eventually } from '../../../kit/testing/eventually'
import { openShopDatabase, type ShopDatabase } from '../../testing/open-shop-database'
import { createPrisma } from '../prisma'
import { createServiceKey } from './api-key'
import { type Auth, createAuth } from './auth'
import { createFindCaller } from './identify'
import { followPeople, type People } from './people'
import { renewSession } from './renew-session'

const log = pino({ level: 'silent' })
let database: ShopDatabase
/** Two nodes of one shop. */
let here: Node
let there: Node

interface Node {
  readonly people: People
  readonly auth: Auth
  readonly prisma: ShopDatabase['prisma']
  readonly lookUps: () => number
  readonly who: (headers: Credentials) => Promise<string | undefined>
  readonly stop: () => Promise<void>
}

const openNode = async (): Promise<Node> => {
  const pool = createPool({ ...database.connection, max: 4 }, () => undefined)
  const prisma = createPrisma(pool, () => people.settle())
  const auth = createAuth({ prisma, secret: 's'.repeat(32), publicUrl: 'http://localhost:3000', log })
  const find = createFindCaller(auth, prisma, () => new Date())
  let lookUps = 0
  const people = followPeople({
    connection: { ...database.connection, application_name: 'people' },
    find: (headers) => {
      lookUps++
      return find(headers)
    },
    now: () => new Date(),
    log,
  })
  await eventually(async () => {
    await people.settle()
    // Known twice in a row without a second look: it hears by now.
    const probe = await guest(auth)
    await people.find(probe)
    const before = lookUps
    await people.find(probe)
    if (lookUps !== before) throw new Error('It does not hear yet')
  })
  return {
    people,
    auth,
    prisma,
    lookUps: () => lookUps,
    who: async (headers) => (await people.find(headers))?.identity.name,
    stop: async () => {
      await people.stop()
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

const guest = async (auth: Auth): Promise<{ readonly cookie: string }> => {
  const { headers } = await auth.api.signInAnonymous({ returnHeaders: true })
  return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' }
}

beforeAll(async () => {
  database = await openShopDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  here = await openNode()
  there = await openNode()
})
afterEach(async () => {
  await here.stop()
  await there.stop()
})

/** Both know who this is, without asking again. */
const knownToBoth = async (headers: Credentials): Promise<void> => {
  for (const { who } of [here, there]) await who(headers)
  const before = [here.lookUps(), there.lookUps()]
  for (const { who } of [here, there]) expect(await who(headers)).toBeDefined()
  expect([here.lookUps(), there.lookUps()]).toEqual(before)
}

const userIdOf = async (headers: Credentials) => (await here.people.find(headers))?.identity.userId ?? ''

describe('who is remembered', () => {
  it('is nobody any more where the session ended: here at once, there when it is told', async () => {
    const cookie = await guest(here.auth)
    await knownToBoth(cookie)
    await here.auth.api.signOut({ headers: new Headers(cookie) })
    expect(await here.who(cookie)).toBeUndefined()
    await there.people.settle()
    expect(await there.who(cookie)).toBeUndefined()
  })

  it('is nobody any more where the sessions were renewed', async () => {
    const cookie = await guest(here.auth)
    await knownToBoth(cookie)
    await renewSession(here.auth, here.prisma, await userIdOf(cookie))
    expect(await here.who(cookie)).toBeUndefined()
    await there.people.settle()
    expect(await there.who(cookie)).toBeUndefined()
  })

  it('has the name and role that they have now, whoever changed them', async () => {
    const cookie = await guest(here.auth)
    await knownToBoth(cookie)
    const id = await userIdOf(cookie)
    await withClient(database.ownerUrl, (sql) =>
      sql.query("UPDATE auth_users SET role = 'staff', name = 'Ann' WHERE id = $1", [id]),
    )
    for (const { people } of [here, there]) {
      await people.settle()
      expect(await people.find(cookie)).toMatchObject({ identity: { role: 'staff', name: 'Ann' } })
    }
  })

  it.each([
    ['disabled', 'UPDATE auth_api_keys SET enabled = false WHERE reference_id = $1'],
    ['run out', "UPDATE auth_api_keys SET expires_at = now() - interval '1 s' WHERE reference_id = $1"],
    ['deleted', 'DELETE FROM auth_api_keys WHERE reference_id = $1'],
    ['of somebody who was deleted', 'DELETE FROM auth_users WHERE id = $1'],
  ])('with a key has none any more that is %s', async (_, change) => {
    const key = await createServiceKey(here.auth, { role: 'shopper', name: 'A program' })
    const headers = { authorization: `Bearer ${key}` }
    await knownToBoth(headers)
    const id = await userIdOf(headers)
    await withClient(database.ownerUrl, (sql) => sql.query(change, [id]))
    for (const { people, who } of [here, there]) {
      await people.settle()
      expect(await who(headers)).toBeUndefined()
    }
  })

  it('stays known where a key was used, or a session extended', async () => {
    const cookie = await guest(here.auth)
    const key = await createServiceKey(here.auth, { role: 'shopper', name: 'A program' })
    const headers = { authorization: `Bearer ${key}` }
    for (const each of [cookie, headers]) await knownToBoth(each)
    const before = there.lookUps()
    await withClient(database.ownerUrl, async (sql) => {
      await sql.query('UPDATE auth_api_keys SET last_request = now(), request_count = request_count + 1')
      await sql.query(
        "UPDATE auth_sessions SET expires_at = expires_at + interval '1 day', updated_at = now()",
      )
    })
    await there.people.settle()
    for (const each of [cookie, headers]) expect(await there.who(each)).toBeDefined()
    expect(there.lookUps()).toBe(before)
  })

  it('is looked up anew where the connection that hears of changes broke', async () => {
    const cookie = await guest(here.auth)
    await knownToBoth(cookie)
    await withClient(database.ownerUrl, (sql) =>
      sql.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'people' AND datname = current_database()",
      ),
    )
    const before = [here.lookUps(), there.lookUps()]
    for (const { people, who } of [here, there]) {
      await people.settle()
      expect(await who(cookie)).toBe('Guest')
    }
    expect([here.lookUps(), there.lookUps()]).toEqual(before.map((count) => count + 1))
  })

  it('is told of to whoever listens', async () => {
    const told: (string | undefined)[] = []
    there.people.onChange((userId) => void told.push(userId))
    const cookie = await guest(here.auth)
    const id = await userIdOf(cookie)
    await here.auth.api.signOut({ headers: new Headers(cookie) })
    await there.people.settle()
    expect(told).toEqual([id])
  })
})
