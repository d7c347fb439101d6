import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { visitorOf } from '../client-address'
import type { TrustedProxies } from '../trusted-proxies'

/** Counts what is open, by whose it is. */
export const createCounts = () => {
  const counts = new Map<string, number>()
  let all = 0
  return {
    of: (key: string): number => counts.get(key) ?? 0,
    all: (): number => all,
    /** Gives what takes it back. */
    add: (key: string): (() => void) => {
      counts.set(key, (counts.get(key) ?? 0) + 1)
      all++
      let isOpen = true
      return () => {
        if (!isOpen) return
        isOpen = false
        all--
        const left = (counts.get(key) ?? 1) - 1
        if (left > 0) counts.set(key, left)
        else counts.delete(key)
      }
    },
  }
}

export type Counts = ReturnType<typeof createCounts>

/** Head and body of a request have so long to come, and a connection that nothing moves on is closed. */
const headMs = 10_000
const requestMs = 60_000
const stillMs = 120_000

/** Bounds what a connection may cost while it says nothing, and how many one address may have, but for the proxies'. */
export const boundConnections = (http: Server, perAddress: number, proxies: TrustedProxies): void => {
  http.headersTimeout = headMs
  http.requestTimeout = requestMs
  http.timeout = stillMs
  const open = createCounts()
  http.on('connection', (socket: Socket) => {
    if (proxies.includes(socket.remoteAddress ?? '')) return
    const visitor = visitorOf(socket.remoteAddress ?? '')
    if (open.of(visitor) >= perAddress) {
      socket.destroy()
      return
    }
    socket.once('close', open.add(visitor))
  })
}
