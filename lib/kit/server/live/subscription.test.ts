import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { itemAdded, recorded } from '../../../shop/testing/events'
import type { RecordedCartEvent } from '../../../shop/wire/recorded-shop-events'
import { createSubscription } from './subscription'

/** A stream, and a receiver of it whose every wait is in the hands of the test. */
const setUp = (afterVersion: number, existing: number) => {
  let stream = recorded(Array.from({ length: existing }, () => itemAdded()))
  const received: number[] = []
  const waiting: (() => void)[] = []
  const turn = () => new Promise<void>((resolve) => waiting.push(resolve))
  const onFailure = vi.fn()
  const subscription = createSubscription({
    afterVersion,
    readAfter: async (version, limit) => {
      const page = stream.slice(version, version + limit)
      await turn()
      return page
    },
    send: async (events) => {
      received.push(...events.map((event) => event.version))
      await turn()
    },
    onFailure,
  })
  return {
    subscription,
    received,
    onFailure,
    /** Appends, and tells of it as the tail would (unless the hint is to be lost). */
    append: (count: number, told = true) => {
      const events = recorded(
        Array.from({ length: count }, () => itemAdded()),
        'cart-1',
        stream.length + 1,
      )
      stream = [...stream, ...events]
      if (told) subscription.push(events)
    },
    push: (events: readonly RecordedCartEvent[]) => subscription.push(events),
    next: async () => {
      waiting.shift()?.()
      await Promise.resolve()
    },
    settle: async () => {
      for (let idle = 0; idle < 5; ) {
        const release = waiting.shift()
        release?.()
        idle = release ? 0 : idle + 1
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
    length: () => stream.length,
  }
}

const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index + 1)

describe('a subscription', () => {
  it('sends what was missed, then what comes', async () => {
    const { subscription, received, append, settle } = setUp(2, 5)
    void subscription.start()
    await settle()
    append(1)
    await settle()
    append(2)
    await settle()
    expect(received).toEqual([3, 4, 5, 6, 7, 8])
  })

  it('misses nothing that happens between its read and its sending', async () => {
    const { subscription, received, append, next, settle } = setUp(0, 3)
    void subscription.start()
    append(1)
    await next()
    append(1)
    await settle()
    expect(received).toEqual([1, 2, 3, 4, 5])
  })

  it('fills a gap that a lost hint left', async () => {
    const { subscription, received, append, settle } = setUp(0, 1)
    void subscription.start()
    await settle()
    append(2, false)
    append(1)
    await settle()
    expect(received).toEqual([1, 2, 3, 4])
  })

  it('sends nothing after it was stopped', async () => {
    const { subscription, received, append, settle } = setUp(0, 1)
    void subscription.start()
    await settle()
    subscription.stop()
    append(1)
    await settle()
    expect(received).toEqual([1])
  })

  it('reports a receiver that does not keep up, once', async () => {
    const onFailure = vi.fn()
    const subscription = createSubscription({
      afterVersion: 0,
      readAfter: async () => recorded([itemAdded()]),
      send: () => Promise.reject(new Error('no receipt')),
      onFailure,
    })
    await subscription.start()
    expect(onFailure).toHaveBeenCalledExactlyOnceWith(new Error('no receipt'))
  })

  it('gives every version once and in order, however it is interleaved', async () => {
    const step = fc.oneof(
      fc.record({
        type: fc.constant('append' as const),
        count: fc.integer({ min: 1, max: 4 }),
        told: fc.boolean(),
      }),
      fc.record({ type: fc.constant('next' as const) }),
      fc.record({ type: fc.constant('settle' as const) }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.nat(5),
        fc.nat(5),
        fc.array(step, { maxLength: 25 }),
        async (after, more, steps) => {
          const { subscription, received, append, next, settle, length } = setUp(after, after + more)
          void subscription.start()
          for (const each of steps) {
            if (each.type === 'append') append(each.count, each.told)
            else if (each.type === 'next') await next()
            else await settle()
          }
          append(1)
          await settle()
          expect(received).toEqual(upTo(after, length()))
        },
      ),
      { numRuns: 60 },
    )
  })
})
