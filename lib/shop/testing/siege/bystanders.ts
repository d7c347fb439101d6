import { setTimeout as delay } from 'node:timers/promises'
import { io } from 'socket.io-client'
import { ask } from './ask'
import type { Target } from './target'
import { change, type Visitor } from './visitor'

export const kinds = ['page', 'command', 'health', 'live'] as const
export type Kind = (typeof kinds)[number]

/** How long each kind of thing took, in milliseconds, and how often it failed. */
export type Waits = Readonly<Record<Kind, { readonly ms: number[]; failed: number }>>

const restMs = 50

/** Somebody who shops while the attack goes on: opens pages, changes their cart, hears of it, and looks how the shop is. */
export const startBystander = (target: Target, visitor: Visitor) => {
  const waits: Waits = {
    page: { ms: [], failed: 0 },
    command: { ms: [], failed: 0 },
    health: { ms: [], failed: 0 },
    live: { ms: [], failed: 0 },
  }
  let isOver = false

  const time = async (kind: Kind, work: () => Promise<unknown>) => {
    const begun = performance.now()
    await work().catch(() => waits[kind].failed++)
    waits[kind].ms.push(performance.now() - begun)
  }
  const again = async (work: (nth: number) => Promise<unknown>) => {
    for (let nth = 0; !isOver; nth++) {
      await work(nth)
      await delay(restMs)
    }
  }
  const get = async (path: string, accept: string) => {
    const { status } = await ask(target, path, {
      from: visitor.from,
      headers: { cookie: visitor.cookie, accept },
    })
    if (status !== 200) throw new Error(`${path}: ${status}`)
  }

  const socket = io(`http://${target.host}:${target.port}`, {
    transports: ['websocket'],
    extraHeaders: { cookie: visitor.cookie },
  })
  let version = 0
  let onVersion = () => {}
  socket.on('connect', () =>
    socket.emit(
      'subscribe',
      { streamType: 'cart', streamId: visitor.cartId, afterVersion: version },
      () => undefined,
    ),
  )
  socket.on('keepUp', (receipt: () => void) => receipt())
  socket.on('events', ({ events }: { events: { version: number }[] }) => {
    version = Math.max(version, events.at(-1)?.version ?? 0)
    onVersion()
  })
  const heardOf = (wanted: number) =>
    new Promise<void>((resolve, reject) => {
      const tooLong = setTimeout(() => reject(new Error('not heard of')), 60_000)
      onVersion = () => {
        if (version < wanted) return
        clearTimeout(tooLong)
        resolve()
      }
      onVersion()
    })

  const shop = async (nth: number) => {
    let head = 0
    const begun = performance.now()
    await time('command', async () => {
      const { status, body } = await change(target, visitor, nth + 1)
      if (status !== 200) throw new Error(`command: ${status}`)
      head = JSON.parse(body).version
    })
    const answered = performance.now() - begun
    const before = waits.live.ms.length
    await time('live', () => heardOf(head))
    waits.live.ms[before] = (waits.live.ms[before] ?? 0) + answered
  }
  const loops = [
    again(() => time('page', () => get('/', 'text/html'))),
    again(() => time('page', () => get('/', 'text/html'))),
    again(shop),
    again(() => time('health', () => get('/api/health/ready', '*/*'))),
  ]
  return {
    stop: async (): Promise<Waits> => {
      isOver = true
      await Promise.all(loops)
      socket.disconnect()
      return waits
    },
  }
}
