import { describe, expect, it } from 'vitest'
import { eventHash } from '../../server/store/event-hash'
import type { EventStore } from '../../server/store/event-store'
import { newEvent, noteWritten } from '../notebook/builders'
import { freshStream } from './fresh-stream'

/** Every event's hash can be computed again from what is read, and rests on the one before it. */
export const hashContract = (store: () => EventStore): void => {
  const expectChain = async (stream: ReturnType<typeof freshStream>, length: number) => {
    const events = await store().readStream(stream)
    expect(events).toHaveLength(length)
    let previous: Buffer = Buffer.alloc(0)
    for (const event of events) {
      previous = eventHash(previous, event)
      expect(event.hash).toBe(previous.toString('hex'))
    }
    expect(new Set(events.map(({ hash }) => hash)).size).toBe(length)
  }

  describe('the chain of hashes', () => {
    it('goes through appends, batches and what goes together', async () => {
      const stream = freshStream()
      const append = (count: number) => ({
        stream,
        expectedVersion: 'any' as const,
        events: Array.from({ length: count }, () => newEvent(noteWritten())),
      })
      await store().append(append(2))
      await Promise.all([1, 2, 3].map((count) => store().append(append(count))))
      await store().appendTogether({ appends: [append(1), append(2)] })
      await expectChain(stream, 11)
    })

    it('covers whatever JSON holds', async () => {
      const stream = freshStream()
      const data = {
        '': [],
        é: 'é',
        '\u{1f375}': '\u2028\u2029',
        '\ue000': '"\\/\b\f\n\r\t\u0001\u007f',
        b: { z: null, a: [true, false, [{}]] },
        a: [0, 1.5, 1e21, 1e-7, 5e-324, 1.7976931348623157e308, 2 ** 53, -1e300],
        constructor: 'c',
      }
      const tags = ['plain', 'a "quoted" \\ one', '{a,b}', 'NULL', 'thé 🍵', ' ']
      await store().append({
        stream,
        expectedVersion: 0,
        events: [{ ...newEvent(noteWritten(), { tags }), data }],
      })
      const [event] = await store().readStream(stream)
      expect(event?.data).toEqual(JSON.parse(JSON.stringify(data)))
      expect(event?.tags).toEqual(tags)
      await expectChain(stream, 1)
    })

    it.each([
      '0001-01-01T00:00:00.000Z',
      '0099-12-31T23:59:59.999Z',
      '1883-11-18T12:03:58.001Z',
      '9999-12-31T23:59:59.999Z',
    ])('covers the time %s', async (occurredAt) => {
      const stream = freshStream()
      await store().append({ stream, expectedVersion: 0, events: [newEvent(noteWritten(), { occurredAt })] })
      expect((await store().readStream(stream))[0]?.occurredAt).toBe(occurredAt)
      await expectChain(stream, 1)
    })
  })
}
