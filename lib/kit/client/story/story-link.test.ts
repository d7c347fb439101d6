import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { WatchAnswer } from '../../wire/socket'
import { quietReadMs } from '../connection/growing-link'
import { type LinkState, readEveryMs } from '../connection/link'
import { socketOf } from '../connection/socket-samples'
import { openStoryLink } from './story-link'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A page that watches a story, with a server whose socket and reads are in the hands of the test. */
const setUp = () => {
  const states: LinkState[] = []
  const server = {
    answer: 'answered' as 'answered' | 'refused' | 'unanswered',
    watch: { type: 'watching' } as WatchAnswer,
    takesMs: 0,
    isWatched: true,
  }
  const emitted: string[] = []
  const { socket, listeners, fire, connect, refuse, lose } = socketOf((name, ...message) => {
    emitted.push(name)
    const answer = message[1]
    if (name === 'watchStory') (answer as unknown as (answer: WatchAnswer) => void)(server.watch)
  })
  const readOn = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, server.takesMs))
    return server.answer
  })
  const link = openStoryLink({
    correlationId: 'story',
    socket,
    readOn,
    onState: (state) => states.push(state),
    isWatched: () => server.isWatched,
  })
  return {
    link,
    server,
    states,
    readOn,
    emitted,
    listeners,
    connect,
    refuse,
    lose,
    hint: (correlationId = 'story') => fire('storyGrew', { correlationId }),
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  }
}

describe('what makes a story grow on the page', () => {
  it('is a hint of the socket: then it is read on, and not else', async () => {
    const { states, readOn, connect, hint, pass } = setUp()
    connect()
    await pass(1)
    expect([states, readOn.mock.calls.length]).toEqual([['live'], 1])
    hint('another')
    await pass(1)
    expect(readOn).toHaveBeenCalledTimes(1)
    hint()
    await pass(1)
    expect(readOn).toHaveBeenCalledTimes(2)
  })

  it('is one more read for all hints that come while it is read', async () => {
    const { readOn, server, connect, hint, pass } = setUp()
    connect()
    await pass(1)
    server.takesMs = 100
    for (let times = 0; times < 20; times++) hint()
    await pass(1_000)
    expect(readOn).toHaveBeenCalledTimes(3)
  })

  it('does not depend on a hint: it is read now and then', async () => {
    const { readOn, connect, pass } = setUp()
    connect()
    await pass(1)
    await pass(quietReadMs + 1)
    expect(readOn).toHaveBeenCalledTimes(2)
  })

  it('is reads alone where there is no socket, or none that tells', async () => {
    const { states, readOn, server, connect, lose, pass } = setUp()
    await pass(3 * readEveryMs + 10)
    expect([states, readOn.mock.calls.length]).toEqual([['reading'], 3])
    server.watch = { type: 'refused', code: 'Unidentified' }
    connect()
    await pass(readEveryMs + 10)
    expect([states, readOn.mock.calls.length]).toEqual([['reading'], 5])
    server.watch = { type: 'watching' }
    connect()
    await pass(1)
    expect(states.at(-1)).toBe('live')
    lose()
    expect(states.at(-1)).toBe('reconnecting')
    await pass(readEveryMs + 1)
    expect(states.at(-1)).toBe('reading')
  })

  it('is reads at their own pace, however often the socket is tried', async () => {
    const { states, readOn, refuse, pass } = setUp()
    for (let tries = 0; tries < 40; tries++) {
      refuse()
      await pass(1_000)
    }
    expect(states).toEqual(['reading'])
    expect(readOn.mock.calls.length).toBeGreaterThan(7)
    expect(readOn.mock.calls.length).toBeLessThan(12)
  })

  it('stops where the story may not be read any more, and goes on when somebody looks again', async () => {
    const { states, readOn, server, link, pass } = setUp()
    server.answer = 'refused'
    await pass(600_000)
    expect([states, readOn.mock.calls.length]).toEqual([['shut'], 1])
    server.answer = 'answered'
    link.look()
    await pass(1)
    expect(states.at(-1)).toBe('reading')
  })

  it('asks more and more rarely who does not answer', async () => {
    const { states, readOn, server, pass } = setUp()
    server.answer = 'unanswered'
    await pass(600_000)
    expect(states).toEqual(['reconnecting'])
    expect(readOn.mock.calls.length).toBeLessThan(50)
  })

  it('reads nothing while nobody looks, and nothing once it is closed', async () => {
    const { readOn, server, link, emitted, listeners, connect, pass } = setUp()
    connect()
    await pass(1)
    server.isWatched = false
    await pass(600_000)
    expect(readOn).toHaveBeenCalledTimes(1)
    link.close()
    server.isWatched = true
    await pass(600_000)
    expect([readOn.mock.calls.length, emitted, listeners.size]).toEqual([
      1,
      ['watchStory', 'unwatchStory'],
      0,
    ])
  })
})
