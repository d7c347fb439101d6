import { randomUUID } from 'node:crypto'
import type { PoolConfig } from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startDisposablePostgres } from '../../testing/disposable-postgres'
import { createHarness, query } from '../../testing/embedded-harness'
import { appConnection, ensureRoles, maintenanceConnection } from './roles'

// Roles belong to the whole cluster, which other test files share: these tests need one of their own.
const harness = createHarness()
let server: Awaited<ReturnType<typeof startDisposablePostgres>>

beforeAll(async () => {
  server = await startDisposablePostgres(await harness.home())
})
afterAll(async () => {
  await server.destroy()
  await harness.cleanUp()
})
afterEach(() => query(server.url, 'drop role if exists hindsight_app, hindsight_maintenance'))

async function userWith(privileges: string): Promise<string> {
  const name = `user_${randomUUID().replaceAll('-', '')}`
  await query(server.url, `create role ${name} login password 'secret' ${privileges}`)
  const url = new URL(server.url)
  url.username = name
  url.password = 'secret'
  return url.href
}

const whoAmI = async ({ connectionString, options }: PoolConfig) => {
  const url = new URL(connectionString as string)
  url.searchParams.set('options', options as string)
  return query(url.href, 'select current_user, session_user')
}

test('the app acts as its role', async () => {
  await ensureRoles(server.url)
  expect(await whoAmI(appConnection(server.url))).toEqual([
    { current_user: 'hindsight_app', session_user: 'postgres' },
  ])
})

test('maintenance acts as a role of its own', async () => {
  await ensureRoles(server.url)
  expect(await whoAmI(maintenanceConnection(server.url))).toEqual([
    { current_user: 'hindsight_maintenance', session_user: 'postgres' },
  ])
})

test('nobody logs in with them', async () => {
  await ensureRoles(server.url)
  const roles = await query(server.url, `select rolcanlogin from pg_roles where rolname ~ '^hindsight_'`)
  expect(roles).toEqual([{ rolcanlogin: false }, { rolcanlogin: false }])
})

test('many nodes may ask for it at once, and again', async () => {
  await Promise.all(Array.from({ length: 10 }, () => ensureRoles(server.url)))
  await ensureRoles(server.url)
})

test('an owner who may create roles is enough', async () => {
  const owner = await userWith('createrole')
  await Promise.all(Array.from({ length: 5 }, () => ensureRoles(owner)))
  expect(await whoAmI(appConnection(owner))).toMatchObject([{ current_user: 'hindsight_app' }])
})

test('an owner without privileges learns what to ask for, and can go on when that was done', async () => {
  const owner = await userWith('')
  const { username } = new URL(owner)
  const advice = ['hindsight_app', 'hindsight_maintenance']
    .map((role) => `CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO ${username};`)
    .join(' ')
  await expect(ensureRoles(owner)).rejects.toMatchObject({
    name: 'RoleError',
    message: expect.stringContaining(advice),
  })

  await query(server.url, advice)
  await ensureRoles(owner)
  expect(await whoAmI(appConnection(owner))).toMatchObject([{ current_user: 'hindsight_app' }])
})
