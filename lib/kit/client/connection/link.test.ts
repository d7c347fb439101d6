import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RecordedEvent } from '../../events/recorded-event'
import { noteWritten, recorded } from '../../testing/notebook/builders'
import type { NotebookEvent } from '../../testing/notebook/events'
import type { SubscribeAnswer } from '../../wire/socket'
import { answerMs, askAgainMs, deafAfterMs, graceMs, type LinkState, openLink, readEveryMs } from './link'
import type { EventsRead } from './read-events'
import { socketOf } from './socket-samples'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pageSize = 2

/** A page that follows a stream, with a server whose socket and reads are in the hands of the test. */
const setUp = () => {
  let log: readonly RecordedEvent<NotebookEvent>[] = recorded([noteWritten()])
  let head = 1
  const subscribed: { after: number; answer: (answer: SubscribeAnswer) => void }[] = []
  const states: LinkState[] = []
  const reads: number[] = []
  const server = { answersAtOnce: true, isWatched: true, read: undefined as EventsRead | undefined }
  const { socket, fire, connects, connect, refuse, lose } = socketOf((name, ...message) => {
    if (name !== 'subscribe') return
    const [{ afterVersion }, answer] = message as unknown as [
      { afterVersion: number },
      (answer: SubscribeAnswer) => void,
    ]
    subscribed.push({ after: afterVersion, answer })
    if (server.answersAtOnce) answer({ type: 'subscribed' })
  })
  const link = openLink({
    stream: { streamType: 'notebook', streamId: 'notebook-1' },
    socket,
    read: async (after) => {
      reads.push(after)
      if (server.read) return server.read
      const events = log.slice(after, after + pageSize)
      return { type: 'answered', events, hasMore: after + events.length < log.length }
    },
    head: () => head,
    onEvents: (events) => {
      head = Math.max(head, events.at(-1)?.version ?? 0)
    },
    onState: (state) => states.push(state),
    isWatched: () => server.isWatched,
  })
  return {
    link,
    server,
    states,
    reads,
    subscribed,
    head: () => head,
    append: (count = 1) => {
      log = recorded([...log, ...Array.from({ length: count }, () => noteWritten())])
    },
    connects,
    connect,
    lose,
    refuse,
    bring: (version: number) =>
      fire('events', {
        streamType: 'notebook',
        streamId: 'notebook-1',
        events: recorded([noteWritten()], 'notebook-1', version),
      }),
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  }
}

describe('a stream’s link', () => {
  it('is live by the socket, and reads nothing', async () => {
    const { states, subscribed, reads, connect, bring, head, pass, connects } = setUp()
    expect(connects()).toBe(1)
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
    const { states, reads, server, pass } = setUp()
    server.read = { type: 'unanswered', afterMs: undefined }
    await pass(600_000)
    expect(states).toEqual(['reconnecting'])
    expect(reads.length).toBeLessThan(45)
    server.read = undefined
    await pass(15_000)
    expect(states.at(-1)).toBe('reading')
  })

  it('reads nothing while nobody looks, and at once when somebody does', async () => {
    const { link, reads, server, pass } = setUp()
    server.isWatched = false
    await pass(600_000)
    expect(reads).toEqual([])
    server.isWatched = true
    link.look()
    expect(reads).toEqual([1])
  })
})

describe('a stream that may not be read any more', () => {
  it('is asked for once, not again and again', async () => {
    const { states, reads, subscribed, server, connect, pass } = setUp()
    server.answersAtOnce = false
    server.read = { type: 'refused', status: 401 }
    connect()
    subscribed[0]?.answer({ type: 'refused', code: 'StreamNotFound' })
    await pass(600_000)
    expect([states, reads.length, subscribed.length]).toEqual([['shut'], 1, 1])
  })

  it('is read again when somebody looks, who may have signed in', async () => {
    const { link, states, server, pass } = setUp()
    server.read = { type: 'refused', status: 404 }
    await pass(graceMs)
    server.read = undefined
    link.look()
    await pass(0)
    expect(states).toEqual(['shut', 'reading'])
  })

  it('is asked for once more each time somebody looks', async () => {
    const { link, states, reads, subscribed, server, connect, pass, connects } = setUp()
    server.answersAtOnce = false
    server.read = { type: 'refused', status: 401 }
    connect()
    for (let times = 1; times <= 3; times++) {
      subscribed.at(-1)?.answer({ type: 'refused', code: 'StreamNotFound' })
      await pass(1_000)
      const asked = [reads.length, subscribed.length, connects()]
      await pass(600_000)
      expect([reads.length, subscribed.length, connects()]).toEqual(asked)
      expect(reads.length).toBeLessThanOrEqual(2 * times)
      expect(states).toEqual(['shut'])
      link.look()
      await pass(0)
      connect()
    }
  })

  it('is told of where a part of it was refused, though the socket still brings it', async () => {
    const { link, states, server, connect, pass } = setUp()
    connect()
    server.read = { type: 'refused', status: 401 }
    link.doubt()
    await pass(600_000)
    expect(states).toEqual(['live', 'reconnecting', 'shut'])
  })

  it('may be one that only the socket’s former session must not see: it comes anew', async () => {
    const { states, subscribed, server, connect, pass, connects } = setUp()
    server.answersAtOnce = false
    connect()
    subscribed[0]?.answer({ type: 'refused', code: 'StreamNotFound' })
    await pass(0)
    expect(states).toEqual(['reading'])
    await pass(askAgainMs)
    expect(connects()).toBe(2)
    connect()
    subscribed.at(-1)?.answer({ type: 'subscribed' })
    expect(states).toEqual(['reading', 'live'])
  })
})

describe('a socket that connects and says nothing', () => {
  it('is asked again, while the stream is read', async () => {
    const { states, subscribed, server, connect, pass } = setUp()
    server.answersAtOnce = false
    connect()
    await pass(answerMs)
    expect([states, subscribed.length]).toEqual([['reading'], 2])
    subscribed[0]?.answer({ type: 'subscribed' })
    expect(states.at(-1)).toBe('reading')
    subscribed[1]?.answer({ type: 'subscribed' })
    expect(states.at(-1)).toBe('live')
  })

  it('is given up when it doesn’t bring what is known to have happened', async () => {
    const { link, states, connect, bring, pass, connects } = setUp()
    connect()
    link.expect(2)
    bring(2)
    await pass(deafAfterMs)
    expect(states).toEqual(['live'])
    link.expect(3)
    await pass(deafAfterMs)
    expect([states, connects()]).toEqual([['live', 'reconnecting'], 2])
    await pass(graceMs)
    expect(states.at(-1)).toBe('reading')
  })

  it.each(['Superseded', 'Unavailable'] as const)(
    'may have no place for now (%s): the stream is read meanwhile',
    async (code) => {
      const { states, subscribed, server, connect, pass } = setUp()
      server.answersAtOnce = false
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
