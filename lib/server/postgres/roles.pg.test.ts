import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startDisposablePostgres } from '../../testing/disposable-postgres'
import { createHarness, query } from '../../testing/embedded-harness'
import { appConnection, ensureAppRole } from './roles'

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
afterEach(() => query(server.url, 'drop role if exists hindsight_app'))

async function userWith(privileges: string): Promise<string> {
  const name = `user_${randomUUID().replaceAll('-', '')}`
  await query(server.url, `create role ${name} login password 'secret' ${privileges}`)
  const url = new URL(server.url)
  url.username = name
  url.password = 'secret'
  return url.href
}

const whoAmI = async (ownerUrl: string) => {
  const { connectionString, options } = appConnection(ownerUrl)
  const url = new URL(connectionString as string)
  url.searchParams.set('options', options as string)
  return query(url.href, 'select current_user, session_user')
}

test('the app acts as its role', async () => {
  await ensureAppRole(server.url)
  expect(await whoAmI(server.url)).toEqual([{ current_user: 'hindsight_app', session_user: 'postgres' }])
})

test('nobody logs in with it', async () => {
  await ensureAppRole(server.url)
  const [role] = await query(server.url, `select rolcanlogin from pg_roles where rolname = 'hindsight_app'`)
  expect(role).toEqual({ rolcanlogin: false })
})

test('many nodes may ask for it at once, and again', async () => {
  await Promise.all(Array.from({ length: 10 }, () => ensureAppRole(server.url)))
  await ensureAppRole(server.url)
})

test('an owner who may create roles is enough', async () => {
  const owner = await userWith('createrole')
  await Promise.all(Array.from({ length: 5 }, () => ensureAppRole(owner)))
  expect(await whoAmI(owner)).toMatchObject([{ current_user: 'hindsight_app' }])
})

test('an owner without privileges learns what to ask for, and can go on when that was done', async () => {
  const owner = await userWith('')
  const { username } = new URL(owner)
  const advice = `CREATE ROLE hindsight_app NOLOGIN; GRANT hindsight_app TO ${username};`
  await expect(ensureAppRole(owner)).rejects.toMatchObject({
    name: 'AppRoleError',
    message: expect.stringContaining(advice),
  })

  await query(server.url, advice)
  await ensureAppRole(owner)
  expect(await whoAmI(owner)).toMatchObject([{ current_user: 'hindsight_app' }])
})
