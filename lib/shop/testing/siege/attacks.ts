import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { ask } from './ask'
import { openRawSocket, type RawSocket } from './raw-socket'
import { actionId, type Target } from './target'
import type { Visitor } from './visitor'

export interface Attack {
  readonly name: string
  /** What came of it, counted. */
  readonly run: (target: Target, visitor: Visitor, holdMs: number) => Promise<AttackOutcome>
}

export type AttackOutcome = Readonly<Record<string, number>>

/** So long what is to end at once may take on a machine that has other things to do. */
const patienceMs = 30_000

const subscribeTo = ({ cartId }: Visitor): string =>
  `42${JSON.stringify(['subscribe', { streamType: 'cart', streamId: cartId, afterVersion: 0 }])}`

const times = <Item>(count: number, make: (nth: number) => Item): Item[] =>
  Array.from({ length: count }, (_, nth) => make(nth))

const count = async (asked: readonly Promise<string | number>[]): Promise<AttackOutcome> => {
  const counts: Record<string, number> = {}
  for (const told of await Promise.all(asked.map((each) => each.catch(() => 'cut off'))))
    counts[told] = (counts[told] ?? 0) + 1
  return counts
}

const untilClosed = async (socket: RawSocket, holdMs: number): Promise<AttackOutcome> => {
  await Promise.race([socket.closed, delay(holdMs, undefined, { ref: false })])
  const wasDropped = !socket.isOpen()
  socket.close()
  return { dropped: Number(wasDropped), open: Number(!wasDropped) }
}

/** So many subscriptions over one socket, as fast as it takes them. */
const subscriptions = (messages: number): Attack => ({
  name: `${messages} subscriptions on one socket`,
  run: async (target, visitor) => {
    const socket = await openRawSocket(target, visitor)
    socket.send(times(messages, () => subscribeTo(visitor)))
    return untilClosed(socket, patienceMs)
  },
})

/** So many requests for the namespace; with the second the shop hears nothing more of it. */
const greetings = (messages: number): Attack => ({
  name: `${messages} greetings on one socket`,
  run: async (target, visitor, holdMs) => {
    const socket = await openRawSocket(target, visitor)
    socket.send(times(messages, () => '40'))
    return untilClosed(socket, holdMs)
  },
})

/** Asks for the whole history again and again, slowly enough, and reads nothing of it. */
const rereading: Attack = {
  name: 're-subscribing without reading',
  run: async (target, visitor, holdMs) => {
    const sockets = await Promise.all(times(8, () => openRawSocket(target, visitor)))
    for (const socket of sockets) socket.stopReading()
    for (let passed = 0; passed < holdMs; passed += 250) {
      for (const socket of sockets) if (socket.isOpen()) socket.send(times(10, () => subscribeTo(visitor)))
      await delay(250)
    }
    const open = sockets.filter((socket) => socket.isOpen()).length
    for (const socket of sockets) socket.close()
    return { dropped: sockets.length - open, open }
  },
}

const pipelining = (requests: number): Attack => ({
  name: `${requests} requests ahead on one connection`,
  run: async (target, { from, cookie }) => {
    const wire = connect({ ...target, localAddress: from })
    wire.on('error', () => undefined)
    let heard = ''
    wire.on('data', (chunk) => {
      heard += chunk.toString('latin1')
    })
    const closed = new Promise((resolve) => wire.once('close', resolve))
    wire.write(`GET / HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\n\r\n`.repeat(requests))
    await Promise.race([closed, delay(patienceMs, undefined, { ref: false })])
    wire.destroy()
    const of = (status: number) => heard.split(`HTTP/1.1 ${status} `).length - 1
    return { '200': of(200), '429': of(429) }
  },
})

const signUps = (people: number): Attack => ({
  name: `${people} sign-ups at once`,
  run: (target, { from }) => {
    const action = actionId('signUp')
    const signUp = async (nth: number) => {
      const details = {
        name: 'Guest',
        email: `${randomUUID()}@example.com`,
        password: `long enough ${nth} ${randomUUID()}`,
      }
      const told = await ask(target, '/sign-up', {
        from,
        method: 'POST',
        headers: { 'next-action': action, 'content-type': 'text/plain;charset=UTF-8' },
        body: JSON.stringify([details]),
      })
      return /"type":"(\w+)"/.exec(told.body)?.[1] ?? told.status
    }
    return count(times(people, signUp))
  },
})

/** Connections that each ask again as soon as they are answered. */
const connections = (open: number, path: string, method = 'GET'): Attack => ({
  name: `${open} connections: ${method} ${path}`,
  run: async (target, visitor, holdMs) => {
    const agent = new Agent({ keepAlive: true, maxSockets: open })
    const ends = Date.now() + holdMs
    const counts: Record<string, number> = {}
    const headers = { cookie: visitor.cookie, 'content-type': 'application/json' }
    const body = method === 'POST' ? JSON.stringify({ type: 'RemoveItem', productId: 'none' }) : undefined
    const hammer = async () => {
      while (Date.now() < ends) {
        const asked = { from: visitor.from, agent, method, headers, ...(body && { body }) }
        const told = await ask(target, path.replace(':cart', visitor.cartId), asked).then(
          ({ status }) => status,
          () => 'cut off',
        )
        counts[told] = (counts[told] ?? 0) + 1
      }
    }
    await Promise.all(times(open, hammer))
    agent.destroy()
    return counts
  },
})

const sockets = (wanted: number): Attack => ({
  name: `${wanted} sockets`,
  run: async (target, visitor, holdMs) => {
    const open: RawSocket[] = []
    const counts = await count(
      times(wanted, async () => {
        open.push(await openRawSocket(target, visitor))
        return 'open'
      }),
    )
    await delay(holdMs)
    for (const socket of open) socket.close()
    const { 'cut off': refused = 0, ...rest } = counts
    return { ...rest, refused }
  },
})

/** Connections that begin a request and never end it. */
const halfRequests = (wanted: number): Attack => ({
  name: `${wanted} requests that never end`,
  run: async (target, { from }, holdMs) => {
    const wires = times(wanted, () => connect({ ...target, localAddress: from }))
    for (const wire of wires) {
      // What isn't read from isn't seen to end.
      wire.on('error', () => undefined).resume()
      wire.write('GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ')
    }
    await delay(holdMs)
    const count = () => wires.filter((wire) => !wire.destroyed && wire.readyState === 'open').length
    // Until nothing changes any more.
    let open = wanted + 1
    while (open !== count()) {
      open = count()
      await delay(1_000)
    }
    for (const wire of wires) wire.destroy()
    return { open, refused: wanted - open }
  },
})

/** What the shop was attacked with, and what is of the same kind. `scale` makes all of it smaller. */
export const attacks = (scale = 1): readonly Attack[] => {
  const of = (full: number) => Math.ceil(full * scale)
  return [
    subscriptions(of(20_000)),
    subscriptions(of(100_000)),
    greetings(of(20_000)),
    rereading,
    pipelining(of(3_000)),
    signUps(of(64)),
    connections(of(100), '/'),
    connections(of(100), '/api/health/ready'),
    connections(of(100), '/api/carts/:cart/commands', 'POST'),
    sockets(400),
    halfRequests(600),
  ]
}
