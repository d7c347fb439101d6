import pino from 'pino'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startDisposablePostgres } from '../../testing/disposable-postgres'
import { createHarness, query } from '../../testing/embedded-harness'
import { openDatabase, openWithNewSecret } from './open-database'

// Secrets give the server's roles their passwords: these tests need a server of their own.
const harness = createHarness()
const log = pino({ level: 'silent' })
let server: Awaited<ReturnType<typeof startDisposablePostgres>>

beforeAll(async () => {
  server = await startDisposablePostgres(await harness.home())
})
afterAll(async () => {
  await server.destroy()
  await harness.cleanUp()
})

const freshUrl = async (): Promise<string> => {
  const name = `shop_${uuidv7().replaceAll('-', '')}`
  await query(server.url, `create database ${name}`)
  const url = new URL(server.url)
  url.pathname = name
  return url.href
}

const node = async (databaseUrl: string, authSecret?: string) => ({
  databaseUrl,
  authSecret,
  dataDir: await harness.home(),
})
const settings = (url: string) => query(url, 'select key, value from settings order by key')
const isLetIn = ({ pool }: Awaited<ReturnType<typeof openDatabase>>) =>
  query(pool.connectionString as string, 'select current_user')

it('nodes with one secret share a database that holds no secret; one with another does not start', async () => {
  const url = await freshUrl()
  const secret = 'the secret that all nodes of the shop share'
  const first = await openDatabase(await node(url, secret), log)
  expect(first.secret).toBe(secret)
  expect(await isLetIn(first)).toEqual([{ current_user: 'hindsight_app' }])
  expect(JSON.stringify(await settings(url))).not.toContain(secret)
  expect((await openDatabase(await node(url, secret), log)).secret).toBe(secret)
  for (const other of ['the secret of nobody knows which shop', undefined]) {
    await expect(openDatabase(await node(url, other), log)).rejects.toMatchObject({ name: 'SecretError' })
  }
  expect(await isLetIn(first)).toEqual([{ current_user: 'hindsight_app' }])
})

it('nodes with one master key share a database; one with another is told so', async () => {
  const url = await freshUrl()
  const secret = 'the secret that all nodes of the shop share'
  const first = await openDatabase(await node(url, secret), log)
  const made = await first.masterKey()
  expect(JSON.stringify(await settings(url))).not.toContain(made.toString('base64url'))
  const withKey = async (masterKey?: Buffer) =>
    (await openDatabase({ ...(await node(url, secret)), masterKey }, log)).masterKey()
  expect(await withKey(made)).toEqual(made)
  for (const other of [Buffer.alloc(32, 'x'), undefined]) {
    await expect(withKey(other)).rejects.toMatchObject({ name: 'MasterKeyError' })
  }
})

it('another secret can take its place; then the former one does not start any more', async () => {
  const url = await freshUrl()
  const secret = 'the secret that all nodes of the shop share'
  await openDatabase(await node(url, secret), log)
  const replaced = await openWithNewSecret(await node(url, 'a secret that takes its place from now on'), log)
  expect(await isLetIn(replaced)).toEqual([{ current_user: 'hindsight_app' }])
  await expect(openDatabase(await node(url, secret), log)).rejects.toMatchObject({ name: 'SecretError' })
})
