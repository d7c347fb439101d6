import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { eventually } from '../../kit/testing/eventually'
import { type NotedStatements, noteStatements } from '../../kit/testing/statements'
import { askApi, openShopGround, type ShopGround } from '../testing/started-shop'
import { followerNames } from './followers'
import type { RunningServer } from './start'

/** What one command may cost, with nobody else about: its own statements, and those of all that follows the log. */
const most = { statements: 4, flushes: 2 }

/** What goes on by the clock, whether or not anybody sends a command. */
const background = [
  // Leases, each second.
  /pg_try_advisory_lock\(hashtext\('leases'\)/,
  // Whether what is told of people is still heard, three times a second.
  /^SELECT$/,
  // Whether any of the work that waits is due, each second.
  /FROM waiting_work WHERE queue = \$1/,
  // The database's clock, each ten seconds.
  /clock_timestamp\(\)/,
  // The statements of this test.
  /statements-per-command/,
]

let ground: ShopGround
let key: string
let statements: NotedStatements
let observer: pg.Client

beforeAll(async () => {
  ground = await openShopGround()
  key = await ground.createKey('shopper')
  observer = new pg.Client(ground.database.ownerUrl)
  await observer.connect()
  statements = noteStatements()
})
afterAll(async () => {
  statements.stop()
  await observer.end()
  await ground.remove()
})

const ask = async <Row extends object>(query: string, values: unknown[] = []): Promise<Row> =>
  (await observer.query<Row>(`/* statements-per-command */ ${query}`, values)).rows[0] as Row

const haveAllCome = (position: number) =>
  eventually(async () => {
    const { least, followers } = await ask<{ least: string; followers: string }>(
      'SELECT min(position) AS least, count(*) AS followers FROM subscriptions',
    )
    expect(Number(followers)).toBe(followerNames.length)
    expect(Number(least)).toBeGreaterThanOrEqual(position)
  })

/** A cart that was used before: who asks, what is sold, and the cart are known in the process, and what watches it has begun to. */
const warmCart = async (shop: RunningServer) => {
  const { cartId } = await askApi<{ cartId: string }>(shop, key, '/api/carts', {})
  let isIn = false
  /** Puts a mug in, or takes it out again. */
  const send = async () => {
    const command = { type: isIn ? 'RemoveItem' : 'AddItem', productId: 'ceramic-mug', quantity: 1 }
    isIn = !isIn
    const path = `/api/carts/${cartId}/commands`
    const { position } = await askApi<{ position: number }>(shop, key, path, command)
    await haveAllCome(position)
  }
  await eventually(async () => {
    const caused = await causedBy(send)
    // By then who asks is known, and all that follows the log does so together.
    expect(caused.filter((text) => text.includes('advance_subscriptions'))).toHaveLength(1)
    expect(caused, caused.join('\n')).toHaveLength(2)
  })
  return { send, look: () => askApi(shop, key, `/api/carts/${cartId}`) }
}

const causedBy = async (work: () => Promise<void>): Promise<string[]> => {
  statements.take()
  await work()
  return statements.take().filter((text) => !background.some((pattern) => pattern.test(text)))
}

it('a command costs few statements, with all that follows it', async () => {
  const shop = await ground.start()
  const { send } = await warmCart(shop)
  const costs: string[][] = []
  for (let nth = 0; nth < 20; nth++) costs.push(await causedBy(send))
  for (const caused of costs) expect(caused.length, caused.join('\n')).toBeLessThanOrEqual(most.statements)
  // Its append, and one for all that follow. Others may have met a look that the tail takes each second.
  costs.sort((one, other) => one.length - other.length)
  expect(
    costs[0]?.map((text) => text.slice(0, 40)),
    costs[0]?.join('\n'),
  ).toHaveLength(2)
  await shop.stop()
})

it('a look at a cart that was used before costs one', async () => {
  const shop = await ground.start()
  const { look } = await warmCart(shop)
  await look()
  const costs: string[][] = []
  // Others may have met a look that the tail takes each second.
  for (let nth = 0; nth < 5; nth++) costs.push(await causedBy(async () => void (await look())))
  expect(Math.min(...costs.map(({ length }) => length)), costs.join('\n')).toBe(1)
  await shop.stop()
})

it('a command costs few flushes, in whichever process of Postgres', async () => {
  const commands = 50
  const flushesOf = async (count: number): Promise<number> => {
    const before = await flushes()
    const shop = await ground.start()
    const { send } = await warmCart(shop)
    for (let nth = 0; nth < count; nth++) await send()
    // What each of its connections did is counted when it ends at the latest.
    await shop.stop()
    return (await flushes()) - before
  }
  const none = await flushesOf(0)
  const some = await flushesOf(commands)
  expect((some - none) / commands).toBeGreaterThan(0.5)
  expect((some - none) / commands).toBeLessThanOrEqual(most.flushes)
})

const flushes = async (): Promise<number> => {
  const { fsyncs } = await ask<{ fsyncs: string }>(
    "SELECT sum(fsyncs) AS fsyncs FROM pg_stat_io WHERE object = 'wal'",
  )
  return Number(fsyncs)
}
