import pino from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openShopDatabase, type ShopDatabase } from '../../testing/open-shop-database'
import { type Auth, createAuth } from './auth'
import { onDatabaseTime } from './on-database-time'

const day = 24 * 3_600_000
let database: ShopDatabase
let auth: Auth
let aheadMs = 0

beforeAll(async () => {
  database = await openShopDatabase()
  auth = createAuth({
    prisma: onDatabaseTime(database.prisma, () => aheadMs),
    secret: 's'.repeat(32),
    publicUrl: 'http://localhost',
    log: pino({ level: 'silent' }),
  })
})
afterAll(() => database.close())
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => {
  setAhead(0)
  vi.useRealTimers()
})

/** This machine's clock; the database's is right. */
const setAhead = (ms: number) => {
  vi.setSystemTime(Date.now() - aheadMs + ms)
  aheadMs = ms
}

const becomeGuest = async () => {
  const { headers } = await auth.api.signInAnonymous({ returnHeaders: true })
  const cookie = headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ')
  return new Headers({ cookie })
}
const isKnown = async (headers: Headers) => (await auth.api.getSession({ headers })) !== null

describe('a session', () => {
  it('outlives a clock that was months ahead', async () => {
    const headers = await becomeGuest()
    setAhead(100 * day)
    expect(await isKnown(headers)).toBe(true)
    setAhead(0)
    expect(await isKnown(headers)).toBe(true)
  })

  it('that begun under such a clock lasts as long as any other', async () => {
    setAhead(100 * day)
    const headers = await becomeGuest()
    const [begun] = await database.prisma.session.findMany({ orderBy: { createdAt: 'desc' }, take: 1 })
    setAhead(0)
    expect((begun as { expiresAt: Date }).expiresAt.getTime() / day).toBeCloseTo(
      (Date.now() + 60 * day) / day,
      1,
    )
    expect(await isKnown(headers)).toBe(true)
  })

  it('ends by the database’s clock, also on a machine that is behind', async () => {
    const headers = await becomeGuest()
    const [begun] = await database.prisma.session.findMany({ orderBy: { createdAt: 'desc' }, take: 1 })
    await database.prisma.session.update({
      where: { id: begun?.id as string },
      data: { expiresAt: new Date(Date.now() - day) },
    })
    setAhead(-10 * day)
    expect(await isKnown(headers)).toBe(false)
  })
})
