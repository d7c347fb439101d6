import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createLog } from '../../../kit/server/log'
import { eventually } from '../../../kit/testing/eventually'
import type { SignUpInLog } from '../../customer/server/sign-up-in-log'
import { cartCreated, newEvent } from '../../testing/events'
import { openShopDatabase, type ShopDatabase } from '../../testing/open-shop-database'
import { cartStream } from '../streams'
import { forgetAnswers } from './forget-answers'
import { forgetGuests } from './forget-guests'
import { forgetLinks } from './forget-links'
import { startHousekeeping } from './housekeeping'

let database: ShopDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await openShopDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.close()
})

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

interface GuestOptions {
  /** When they came first. */
  readonly days?: number
  /** When they were here last. */
  readonly seen?: number
  readonly isAnonymous?: boolean
}

const guest = async (id: string, { days = 8, isAnonymous = true, ...more }: GuestOptions = {}) => {
  const times = { createdAt: daysAgo(days), updatedAt: daysAgo(days) }
  await database.prisma.user.create({
    data: { id, name: 'Guest', email: `${id}@example.com`, isAnonymous, ...times },
  })
  await database.prisma.session.create({
    data: {
      id,
      token: id,
      userId: id,
      expiresAt: daysAgo(-50),
      createdAt: times.createdAt,
      updatedAt: daysAgo(more.seen ?? days),
    },
  })
}

const guests = async () =>
  (await database.prisma.user.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id)

/** What the read model of carts knows, and up to where. */
const cartsKnowUpTo = (position: number) =>
  owner.query(
    `INSERT INTO subscriptions (name, partition, partitions, position) VALUES ('carts', 0, 1, $1)
     ON CONFLICT (name, partition) DO UPDATE SET position = $1`,
    [position],
  )
const cartOf = (customerId: string) =>
  owner.query(
    `INSERT INTO read_models.carts (cart_id, customer_id, status, item_count, total_amount, currency, version, created_position,
                        created_at, updated_at) VALUES ($1, $1, 'active', 0, 0, 'USD', 1, 1, now(), now())`,
    [customerId],
  )

beforeEach(async () => {
  await owner.query('DELETE FROM auth_users; DELETE FROM read_models.carts; DELETE FROM commands')
  await cartsKnowUpTo(0)
})

it('forgets guests who never had a cart and are long gone, and nobody else', async () => {
  await guest('gone')
  await guest('shopper')
  await cartOf('shopper')
  await guest('back', { seen: 1 })
  await guest('new', { days: 6 })
  await guest('customer', { isAnonymous: false })
  expect(await forgetGuests(database.pool, 7, 10)).toBe(1)
  expect(await guests()).toEqual(['back', 'customer', 'new', 'shopper'])
  expect(await database.prisma.session.count()).toBe(4)
})

it('forgets a bounded number at a time, the oldest first', async () => {
  for (const [id, days] of [
    ['a', 10],
    ['b', 30],
    ['c', 20],
  ] as const)
    await guest(id, { days })
  expect(await forgetGuests(database.pool, 7, 2)).toBe(2)
  expect(await guests()).toEqual(['a'])
})

it('forgets nobody while it is not known who has a cart', async () => {
  await guest('gone')
  await owner.query("DELETE FROM subscriptions WHERE name = 'carts'")
  expect(await forgetGuests(database.pool, 7, 10)).toBe(0)

  const stream = cartStream('their-cart')
  const append = await database.store.append({
    stream,
    expectedVersion: 0,
    events: [newEvent(cartCreated('gone'))],
  })
  if (append.type !== 'written') throw new Error('not written')
  await cartsKnowUpTo(append.position - 1)
  // As if it had been written two hours ago; the log itself can't be changed.
  await owner.query(`ALTER TABLE events DISABLE TRIGGER events_are_append_only`)
  await owner.query(`UPDATE events SET recorded_at = now() - interval '2 hours'`)
  await owner.query(`ALTER TABLE events ENABLE ALWAYS TRIGGER events_are_append_only`)
  expect(await forgetGuests(database.pool, 7, 10)).toBe(0)
  await cartsKnowUpTo(append.position)
  expect(await forgetGuests(database.pool, 7, 10)).toBe(1)
})

it('forgets on while it can not be written down who signed up, which is tried once for all that is forgotten', async () => {
  await guest('customer', { isAnonymous: false })
  await database.prisma.account.create({
    data: { id: 'customer', accountId: 'customer', providerId: 'credential', userId: 'customer' },
  })
  const times = { createdAt: daysAgo(8), updatedAt: daysAgo(8) }
  const gone = Array.from({ length: 501 }, (_, nth) => ({ id: `gone-${nth}`, email: `${nth}@example.com` }))
  await database.prisma.user.createMany({
    data: gone.map((each) => ({ ...each, name: 'Guest', isAnonymous: true, ...times })),
  })
  await cartsKnowUpTo(await database.store.headPosition())
  const signUpInLog = vi.fn<SignUpInLog>().mockRejectedValue(new Error('The log is away'))
  const leases = { claim: () => ({ held: () => new AbortController().signal, release: () => undefined }) }
  const housekeeping = startHousekeeping({
    pool: database.pool,
    leases: { ...leases, stop: async () => undefined },
    guestDays: 7,
    signUpInLog,
    log: createLog('silent'),
  })
  await eventually(async () => expect(await guests()).toEqual(['customer']))
  await housekeeping.stop()
  expect(signUpInLog).toHaveBeenCalledOnce()
})

it('forgets after 35 days what commands were answered that wrote nothing, and never what others were', async () => {
  const answers: [object, number][] = [
    [{ type: 'rejected' }, 36],
    [{ type: 'conflict' }, 36],
    [{ type: 'accepted', fromVersion: 3, version: 3 }, 36],
    [{ type: 'rejected' }, 34],
    [{ type: 'accepted', fromVersion: 3, version: 4 }, 400],
  ]
  for (const [outcome, days] of answers) {
    await owner.query(
      `INSERT INTO commands (stream_type, stream_id, command_id, outcome, recorded_at)
       VALUES ('cart', 'a', gen_random_uuid(), $1, $2)`,
      [outcome, daysAgo(days)],
    )
  }
  expect(await forgetAnswers(database.pool, 1)).toBe(1)
  expect(await forgetAnswers(database.pool, 10)).toBe(2)
  expect(await forgetAnswers(database.pool, 10)).toBe(0)
  const { rows } = await owner.query("SELECT outcome ->> 'type' AS type FROM commands ORDER BY type")
  expect(rows.map(({ type }) => type)).toEqual(['accepted', 'rejected'])
  await expect(database.pool.query('DELETE FROM commands')).rejects.toThrow(/permission denied/)
})

it('forgets links whose time is over, a bounded number at a time', async () => {
  for (const [id, days] of [
    ['over', 1],
    ['over, too', 2],
    ['open', -1],
  ] as const) {
    await database.prisma.verification.create({
      data: { id, identifier: 'sign-up:a@example.com', value: '{}', expiresAt: daysAgo(days) },
    })
  }
  expect(await forgetLinks(database.pool, 1)).toBe(1)
  expect(await forgetLinks(database.pool, 10)).toBe(1)
  expect(await database.prisma.verification.findMany({ select: { id: true } })).toEqual([{ id: 'open' }])
})
