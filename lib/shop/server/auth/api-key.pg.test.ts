import pino from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openShopDatabase, type ShopDatabase } from '../../testing/open-shop-database'
import { createServiceKey, findKey } from './api-key'
import { type Auth, createAuth } from './auth'

let database: ShopDatabase
let auth: Auth

beforeAll(async () => {
  database = await openShopDatabase()
  const log = pino({ level: 'silent' })
  auth = createAuth({ prisma: database.prisma, secret: 's'.repeat(32), publicUrl: 'http://localhost', log })
})
afterAll(() => database.close())

let now = () => new Date()
const ownerOf = async (key: string) => (await findKey(database.prisma, key, now))?.owner

it('knows the owner of a key by the key alone, and by nothing else', async () => {
  const key = await createServiceKey(auth, { role: 'staff', name: 'Robot' })
  const other = await createServiceKey(auth, { role: 'shopper', name: 'Robot' })
  expect(await ownerOf(key)).toMatchObject({ role: 'staff', name: 'Robot' })
  expect(await ownerOf(other)).toMatchObject({ role: 'shopper' })
  expect(await ownerOf(`${key}x`)).toBeUndefined()
})

it('has the budget that the key was given, and none where it was given none', async () => {
  const budgeted = await createServiceKey(auth, { role: 'shopper', name: 'Robot', perMinute: 600 })
  const free = await createServiceKey(auth, { role: 'shopper', name: 'Robot' })
  expect((await findKey(database.prisma, budgeted, now))?.perMinute).toBe(600)
  expect((await findKey(database.prisma, free, now))?.perMinute).toBeUndefined()
})

it('keeps no key in the database, only its hash', async () => {
  const key = await createServiceKey(auth, { role: 'shopper', name: 'Robot' })
  expect(JSON.stringify(await database.prisma.apikey.findMany())).not.toContain(key)
})

it.each([{ enabled: false }, { expiresAt: new Date(0) }])(
  'knows a key no longer once it is %j',
  async (change) => {
    const key = await createServiceKey(auth, { role: 'shopper', name: 'Robot' })
    const owner = await ownerOf(key)
    await database.prisma.apikey.updateMany({ where: { referenceId: owner?.id as string }, data: change })
    expect(await ownerOf(key)).toBeUndefined()
  },
)

it('lets a key end by the time it is told, whatever this machine says', async () => {
  const key = await createServiceKey(auth, { role: 'shopper', name: 'Robot' })
  const owner = await ownerOf(key)
  const expiresAt = new Date(Date.now() + 60_000)
  await database.prisma.apikey.updateMany({
    where: { referenceId: owner?.id as string },
    data: { expiresAt },
  })
  expect(await ownerOf(key)).toMatchObject({ id: owner?.id })
  now = () => expiresAt
  expect(await ownerOf(key)).toBeUndefined()
  now = () => new Date()
})
