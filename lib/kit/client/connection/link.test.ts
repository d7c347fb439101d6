import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { itemAdded, recorded } from '../../../shop/testing/events'
import type { RecordedCartEvent } from '../../../shop/wire/recorded-shop-events'
import type { SubscribeAnswer } from '../../wire/socket'
import { answerMs, askAgainMs, deafAfterMs, graceMs, type LinkState, openLink, readEveryMs } from './link'
import type { EventsRead } from './read-events'
import type { TabSocket } from './socket'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pageSize = 2

/** A page that follows a cart, with a shop whose socket and reads are in the hands of the test. */
const setUp = () => {
  let log: readonly RecordedCartEvent[] = recorded([itemAdded()])
  let head = 1
  let isConnected = false
  const listeners = new Map<string, (...message: never[]) => void>()
  const subscribed: { after: number; answer: (answer: SubscribeAnswer) => void }[] = []
  const states: LinkState[] = []
  const reads: number[] = []
  const shop = { answersAtOnce: true, isWatched: true, read: undefined as EventsRead | undefined, comes: 0 }
  const fire = (name: string, ...message: unknown[]) => listeners.get(name)?.(...(message as never[]))
  const socket: TabSocket = {
    isConnected: () => isConnected,
    on: (name, listener) => void listeners.set(name, listener as () => void),
    off: (name) => void listeners.delete(name),
    emit: (name, ...message) => {
      if (name !== 'subscribe') return
      const [{ afterVersion }, answer] = message as unknown as [
        { afterVersion: number },
        (answer: SubscribeAnswer) => void,
      ]
      subscribed.push({ after: afterVersion, answer })
      if (shop.answersAtOnce) answer({ type: 'subscribed' })
    },
    connect: () => {
      shop.comes += 1
    },
    disconnect: () => {
      isConnected = false
    },
  }
  const link = openLink({
    stream: { streamType: 'cart', streamId: 'cart-1' },
    socket,
    read: async (after) => {
      reads.push(after)
      if (shop.read) return shop.read
      const events = log.slice(after, after + pageSize)
      return { type: 'answered', events, hasMore: after + events.length < log.length }
    },
    head: () => head,
    onEvents: (events) => {
      head = Math.max(head, events.at(-1)?.version ?? 0)
    },
    onState: (state) => states.push(state),
    isWatched: () => shop.isWatched,
  })
  return {
    link,
    shop,
    states,
    reads,
    subscribed,
    head: () => head,
    append: (count = 1) => {
      log = recorded([...log, ...Array.from({ length: count }, () => itemAdded())])
    },
    connect: () => {
      isConnected = true
      fire('connect')
    },
    lose: () => {
      isConnected = false
      fire('disconnect')
    },
    refuse: () => fire('connect_error'),
    bring: (version: number) =>
      fire('events', {
        streamType: 'cart',
        streamId: 'cart-1',
        events: recorded([itemAdded()], 'cart-1', version),
      }),
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  }
}

describe('a cart’s link', () => {
  it('is live by the socket, and reads nothing', async () => {
    const { states, subscribed, reads, connect, bring, head, pass, shop } = setUp()
    expect(shop.comes).toBe(1)
    connect()
    bring(2)
    await pass(600_000)
    expect([states, subscribed.map(({ after }) => after), reads, head()]).toEqual([['live'], [1], [], 2])
  })

  it('reads on from the head where the socket is blocked, at a bounded pace', async () => {
    const { states, reads, append, head, refuse, pass } = setUp()
    append(4)
    for (let second = 0; second < 60; second++) {
      refuse()
      await pass(1_000)
    }
    expect(states).toEqual(['reading'])
    expect(head()).toBe(5)
    expect(reads.slice(0, 3)).toEqual([1, 3, 5])
    expect(reads.length).toBeLessThanOrEqual(2 + 60_000 / readEveryMs)
  })

  it('comes back to live by itself, and reads no more', async () => {
    const { states, reads, subscribed, append, connect, lose, pass } = setUp()
    connect()
    lose()
    expect(states).toEqual(['live', 'reconnecting'])
    append(1)
    await pass(graceMs)
    expect(states.at(-1)).toBe('reading')
    connect()
    const before = reads.length
    await pass(60_000)
    expect([states.at(-1), reads.length, subscribed.at(-1)?.after]).toEqual(['live', before, 2])
  })

  it('says nothing of a connection that is back in a moment', async () => {
    const { states, reads, connect, lose, pass } = setUp()
    connect()
    lose()
    await pass(graceMs - 1)
    connect()
    await pass(60_000)
    expect([states, reads]).toEqual([['live', 'reconnecting', 'live'], []])
  })

  it('says that neither comes through, and asks more and more rarely', async () => {
    const { states, reads, shop, pass } = setUp()
    shop.read = { type: 'unanswered', afterMs: undefined }
    await pass(600_000)
    expect(states).toEqual(['reconnecting'])
    expect(reads.length).toBeLessThan(45)
    shop.read = undefined
    await pass(15_000)
    expect(states.at(-1)).toBe('reading')
  })

  it('reads nothing while nobody looks, and at once when somebody does', async () => {
    const { link, reads, shop, pass } = setUp()
    shop.isWatched = false
    await pass(600_000)
    expect(reads).toEqual([])
    shop.isWatched = true
    link.look()
    expect(reads).toEqual([1])
  })
})

describe('a cart that may not be read any more', () => {
  it('is asked for once, not again and again', async () => {
    const { states, reads, subscribed, shop, connect, pass } = setUp()
    shop.answersAtOnce = false
    shop.read = { type: 'refused', status: 401 }
    connect()
    subscribed[0]?.answer({ type: 'refused', code: 'StreamNotFound' })
    await pass(600_000)
    expect([states, reads.length, subscribed.length]).toEqual([['shut'], 1, 1])
  })

  it('is read again when somebody looks, who may have signed in', async () => {
    const { link, states, shop, pass } = setUp()
    shop.read = { type: 'refused', status: 404 }
    await pass(graceMs)
    shop.read = undefined
    link.look()
    await pass(0)
    expect(states).toEqual(['shut', 'reading'])
  })

  it('is asked for once more each time somebody looks', async () => {
    const { link, states, reads, subscribed, shop, connect, pass } = setUp()
    shop.answersAtOnce = false
    shop.read = { type: 'refused', status: 401 }
    connect()
    for (let times = 1; times <= 3; times++) {
      subscribed.at(-1)?.answer({ type: 'refused', code: 'StreamNotFound' })
      await pass(1_000)
      const asked = [reads.length, subscribed.length, shop.comes]
      await pass(600_000)
      expect([reads.length, subscribed.length, shop.comes]).toEqual(asked)
      expect(reads.length).toBeLessThanOrEqual(2 * times)
      expect(states).toEqual(['shut'])
      link.look()
      await pass(0)
      connect()
    }
  })

  it('is told of where a part of it was refused, though the socket still brings it', async () => {
    const { link, states, shop, connect, pass } = setUp()
    connect()
    shop.read = { type: 'refused', status: 401 }
    link.doubt()
    await pass(600_000)
    expect(states).toEqual(['live', 'reconnecting', 'shut'])
  })

  it('may be one that only the socket’s former session must not see: it comes anew', async () => {
    const { states, subscribed, shop, connect, pass } = setUp()
    shop.answersAtOnce = false
    connect()
    subscribed[0]?.answer({ type: 'refused', code: 'StreamNotFound' })
    await pass(0)
    expect(states).toEqual(['reading'])
    await pass(askAgainMs)
    expect(shop.comes).toBe(2)
    connect()
    subscribed.at(-1)?.answer({ type: 'subscribed' })
    expect(states).toEqual(['reading', 'live'])
  })
})

describe('a socket that connects and says nothing', () => {
  it('is asked again, while the cart is read', async () => {
    const { states, subscribed, shop, connect, pass } = setUp()
    shop.answersAtOnce = false
    connect()
    await pass(answerMs)
    expect([states, subscribed.length]).toEqual([['reading'], 2])
    subscribed[0]?.answer({ type: 'subscribed' })
    expect(states.at(-1)).toBe('reading')
    subscribed[1]?.answer({ type: 'subscribed' })
    expect(states.at(-1)).toBe('live')
  })

  it('is given up when it doesn’t bring what is known to have happened', async () => {
    const { link, states, shop, connect, bring, pass } = setUp()
    connect()
    link.expect(2)
    bring(2)
    await pass(deafAfterMs)
    expect(states).toEqual(['live'])
    link.expect(3)
    await pass(deafAfterMs)
    expect([states, shop.comes]).toEqual([['live', 'reconnecting'], 2])
    await pass(graceMs)
    expect(states.at(-1)).toBe('reading')
  })

  it.each(['Superseded', 'Unavailable'] as const)(
    'may have no place for now (%s): the cart is read meanwhile',
    async (code) => {
      const { states, subscribed, shop, connect, pass } = setUp()
      shop.answersAtOnce = false
      connect()
      subscribed[0]?.answer({ type: 'refused', code })
      await pass(0)
      expect(states).toEqual(['reading'])
      await pass(askAgainMs)
      expect(subscribed.length).toBeGreaterThan(1)
      subscribed.at(-1)?.answer({ type: 'subscribed' })
      expect(states.at(-1)).toBe('live')
    },
  )
})

it('asks for what is missing by whichever works', async () => {
  const { link, subscribed, reads, connect, lose, pass } = setUp()
  connect()
  link.catchUp()
  expect(subscribed).toHaveLength(2)
  lose()
  link.catchUp()
  expect(reads).toHaveLength(1)
  await pass(0)
  link.close()
  await pass(600_000)
  expect([subscribed.length, reads.length]).toEqual([2, 1])
})
