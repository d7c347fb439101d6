import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright'
import { io, type Socket } from 'socket.io-client'
import { gatheringMs } from '../../lib/kit/client/outbox/outbox'
import type { ClientToServer, ServerToClient } from '../../lib/kit/wire/socket'
import { ascending, percentile } from '../percentile'
import { type Finding, printFindings } from './finding'
import type { Stage } from './stage'

const otherSockets = 200
const warmUps = 10
const clicks = 100
/** Longer than clicks are gathered into one command for. */
const restMs = gatheringMs + 100

/** From a click in one browser to the paint in another, while two hundred others follow the same cart. */
export const measureLive = async (stage: Stage): Promise<void> => {
  const shopper = await stage.visit('guest')
  const watcher = await stage.visit('staff')
  const cartId = await beginCart(stage, shopper.page)
  const others = await Promise.all(Array.from({ length: otherSockets }, () => follow(stage, cartId)))
  try {
    await watcher.page.goto(`${stage.shop.url}/carts/${cartId}`, { waitUntil: 'networkidle' })
    await watcher.page.evaluate(() => window.probe.hydrated)
    await click(shopper.page)
    const arrivals = others[0]?.arrivals ?? new Map()
    printFindings(
      `live, ${otherSockets} other sockets on the cart`,
      findingsOf(await timesOf(shopper.page, watcher.page, arrivals)),
    )
  } finally {
    for (const { socket } of others) socket.disconnect()
    await shopper.close()
    await watcher.close()
  }
}

const beginCart = async (stage: Stage, page: Page): Promise<string> => {
  await page.goto(stage.shop.url, { waitUntil: 'networkidle' })
  await page.evaluate(() => window.probe.hydrated)
  await page.getByRole('button', { name: 'Add Ceramic Mug to cart' }).click()
  await page.waitForFunction(() => window.probe.heads[2] !== undefined)
  const { user } = await (await page.request.get(`${stage.shop.url}/api/auth/get-session`)).json()
  return stage.log.cartOf(user.id)
}

interface Follower {
  readonly socket: Socket<ServerToClient, ClientToServer>
  /** By version, as `Date.now()` would say. */
  readonly arrivals: Map<number, number>
}

const follow = async ({ shop, staffCookie }: Stage, cartId: string): Promise<Follower> => {
  const socket: Follower['socket'] = io(shop.url, {
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { cookie: staffCookie },
  })
  const arrivals = new Map<number, number>()
  socket.on('events', ({ events }) => {
    for (const { version } of events) arrivals.set(version, performance.timeOrigin + performance.now())
  })
  socket.on('keepUp', (receipt) => receipt())
  const answer = await socket
    .timeout(10_000)
    .emitWithAck('subscribe', { streamType: 'cart', streamId: cartId, afterVersion: 0 })
  if (answer.type !== 'subscribed') throw new Error(`Not subscribed: ${answer.code}`)
  return { socket, arrivals }
}

interface Times {
  readonly toSocket: number
  readonly toPaint: number
}

const timesOf = async (
  shopper: Page,
  watcher: Page,
  arrivals: ReadonlyMap<number, number>,
): Promise<Times[]> => {
  const first = 4
  for (let nth = 0; nth < warmUps + clicks; nth++) {
    const version = first + nth
    await click(shopper, nth % 2 === 0 ? 'Decrease' : 'Increase')
    await watcher.waitForFunction((head) => window.probe.heads[head] !== undefined, version)
  }
  const clicked = await shopper.evaluate(() => window.probe.clicks)
  const painted = await watcher.evaluate(() => window.probe.heads)
  return Array.from({ length: clicks }, (_, nth) => {
    const begun = clicked[nth + warmUps + first - 2] ?? Number.NaN
    const version = nth + warmUps + first
    return {
      toSocket: (arrivals.get(version) ?? Number.NaN) - begun,
      toPaint: (painted[version] ?? Number.NaN) - begun,
    }
  })
}

const click = async (page: Page, act: 'Increase' | 'Decrease' = 'Increase'): Promise<void> => {
  const cart = page.getByRole('region', { name: 'Cart', exact: true })
  await sleep(restMs)
  await cart.getByRole('button', { name: `${act} quantity of Ceramic Mug` }).click()
}

const findingsOf = (times: readonly Times[]): Finding[] => {
  const of = (pick: (each: Times) => number, percent: number) =>
    percentile(ascending(times.map(pick)), percent)
  return [
    { what: 'click to another socket, p50', measured: of(({ toSocket }) => toSocket, 50), unit: 'ms' },
    { what: 'click to another socket, p99', measured: of(({ toSocket }) => toSocket, 99), unit: 'ms' },
    {
      what: 'click to paint in the other browser, p50',
      measured: of(({ toPaint }) => toPaint, 50),
      unit: 'ms',
      atMost: 30,
    },
    {
      what: 'click to paint in the other browser, p99',
      measured: of(({ toPaint }) => toPaint, 99),
      unit: 'ms',
      atMost: 100,
    },
  ]
}
