import { randomUUID } from 'node:crypto'
import pg, { type PoolConfig } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startDisposablePostgres } from '../../testing/disposable-postgres'
import { createHarness, query } from '../../testing/embedded-harness'
import { appConnection, ensureRoles, maintenanceConnection } from './roles'

// Roles belong to the whole cluster, which other test files share: these tests need one of their own.
const harness = createHarness()
const secret = 'a secret of these tests'
const shared = { secret, mayResetPasswords: false }
let server: Awaited<ReturnType<typeof startDisposablePostgres>>

beforeAll(async () => {
  server = await startDisposablePostgres(await harness.home())
})
afterAll(async () => {
  await server.destroy()
  await harness.cleanUp()
})
afterEach(() => query(server.url, 'drop role if exists hindsight_app, hindsight_maintenance'))

const userWith = async (privileges: string): Promise<string> => {
  const name = `user_${randomUUID().replaceAll('-', '')}`
  await query(server.url, `create role ${name} login password 'secret' ${privileges}`)
  const url = new URL(server.url)
  url.username = name
  url.password = 'secret'
  return url.href
}

const ask = ({ connectionString }: PoolConfig, sql: string) => query(connectionString as string, sql)
const whoAmI = (connection: PoolConfig) => ask(connection, 'select current_user, session_user')
const nobodyElse = (role: string) => [{ current_user: role, session_user: role }]

describe('the logins', () => {
  test('the app logs in as its role, and maintenance as its own', async () => {
    await ensureRoles(server.url, shared)
    expect(await whoAmI(appConnection(server.url, secret))).toEqual(nobodyElse('hindsight_app'))
    expect(await whoAmI(maintenanceConnection(server.url, secret))).toEqual(
      nobodyElse('hindsight_maintenance'),
    )
  })

  test('no statement leads out of the role', async () => {
    await ensureRoles(server.url, shared)
    const client = new pg.Client(appConnection(server.url, secret))
    await client.connect()
    try {
      for (const way of ['set role none', 'reset role', 'reset session authorization', 'discard all']) {
        await client.query(way)
        const { rows } = await client.query('select current_user, session_user')
        expect(rows, way).toEqual(nobodyElse('hindsight_app'))
      }
      for (const way of [
        `set role ${new URL(server.url).username}`,
        'set role hindsight_maintenance',
        `set session authorization ${new URL(server.url).username}`,
        "copy (select 1) to program 'true'",
        "select pg_read_file('postgresql.conf')",
        'create role intruder superuser',
        'alter role hindsight_app superuser',
        'create table public.mine ()',
      ]) {
        await expect(client.query(way), way).rejects.toMatchObject({ code: '42501' })
      }
    } finally {
      await client.end()
    }
  })

  test('the log stands before what the app may make', async () => {
    await ensureRoles(server.url, shared)
    expect(await ask(appConnection(server.url, secret), 'show search_path')).toEqual([
      { search_path: 'public, read_models' },
    ])
  })

  test('another secret gives other passwords, and only the server of one application alone takes them', async () => {
    await ensureRoles(server.url, shared)
    const other = { ...shared, secret: 'the secret of another application' }
    await expect(ensureRoles(server.url, other)).rejects.toMatchObject({
      name: 'RoleError',
      message: expect.stringMatching(
        /AUTH_SECRET[\s\S]*ALTER ROLE hindsight_app LOGIN PASSWORD 'SCRAM-SHA-256/,
      ),
    })
    expect(await whoAmI(appConnection(server.url, secret))).toEqual(nobodyElse('hindsight_app'))
    await ensureRoles(server.url, { ...other, mayResetPasswords: true })
    expect(await whoAmI(appConnection(server.url, other.secret))).toEqual(nobodyElse('hindsight_app'))
  })
})

describe('setting them up', () => {
  test('many nodes may ask for it at once, and again', async () => {
    await Promise.all(Array.from({ length: 10 }, () => ensureRoles(server.url, shared)))
    await ensureRoles(server.url, shared)
  })

  test('roles of a version that let nobody log in get their logins', async () => {
    await query(server.url, 'create role hindsight_app nologin; create role hindsight_maintenance nologin')
    await Promise.all(Array.from({ length: 5 }, () => ensureRoles(server.url, shared)))
    expect(await whoAmI(appConnection(server.url, secret))).toEqual(nobodyElse('hindsight_app'))
  })

  test('an owner who may create roles is enough', async () => {
    const owner = await userWith('createrole')
    await Promise.all(Array.from({ length: 5 }, () => ensureRoles(owner, shared)))
    expect(await whoAmI(appConnection(owner, secret))).toEqual(nobodyElse('hindsight_app'))
  })

  test('a role that may do more, or act as another, is not let in', async () => {
    await ensureRoles(server.url, shared)
    await query(server.url, 'alter role hindsight_app createdb')
    await expect(ensureRoles(server.url, shared)).rejects.toMatchObject({
      name: 'RoleError',
      message: expect.stringContaining('NOCREATEDB'),
    })
    await query(server.url, 'alter role hindsight_app nocreatedb; grant pg_read_all_data to hindsight_app')
    await expect(ensureRoles(server.url, shared)).rejects.toMatchObject({
      message: expect.stringContaining('REVOKE pg_read_all_data FROM hindsight_app;'),
    })
  })

  test('an owner without privileges learns what to ask for, and can go on when that was done', async () => {
    const owner = await userWith('')
    const error = await ensureRoles(owner, shared).catch((failure) => failure)
    expect(error).toMatchObject({ name: 'RoleError' })
    expect(error.message).not.toContain(
      new URL(appConnection(owner, secret).connectionString as string).searchParams.get('password'),
    )
    await query(server.url, error.message.slice(error.message.indexOf('CREATE ROLE')))
    await ensureRoles(owner, shared)
    expect(await whoAmI(appConnection(owner, secret))).toEqual(nobodyElse('hindsight_app'))
  })
})
