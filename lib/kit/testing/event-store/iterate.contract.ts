import { beforeAll, describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../events/recorded-event'
import type { EventStore } from '../../server/store/event-store'
import { iterateAll, iterateStream } from '../../server/store/iterate'
import { newEvent, noteWritten } from '../notebook/builders'
import { freshStream } from './fresh-stream'

const length = 10

/** Reads of a store, with how many rows each gave. */
const counted = (store: EventStore) => {
  const pages: number[] = []
  const count = (page: RecordedEvent[]) => {
    pages.push(page.length)
    return page
  }
  const counting: EventStore = {
    ...store,
    readStream: async (...of) => count(await store.readStream(...of)),
    readAll: async (of) => count(await store.readAll(of)),
  }
  return { counting, pages }
}

const collect = async <T>(
  events: AsyncIterable<RecordedEvent>,
  of: (event: RecordedEvent) => T,
): Promise<T[]> => {
  const found: T[] = []
  for await (const event of events) found.push(of(event))
  return found
}

/** Iterators over the log: every event once, in order, and few held at a time. */
export const iterateContract = (store: () => EventStore): void => {
  const stream = freshStream()
  const versions = Array.from({ length }, (_, index) => index + 1)
  let after = 0
  let upTo = 0

  beforeAll(async () => {
    after = await store().headPosition()
    for (const version of versions) {
      await store().append({ stream, expectedVersion: version - 1, events: [newEvent(noteWritten())] })
    }
    upTo = await store().headPosition()
  })

  describe.each(['forwards', 'backwards'] as const)('iterating %s', (direction) => {
    const ordered = (numbers: number[]) => (direction === 'forwards' ? numbers : numbers.toReversed())

    it.each([1, 3, 5, length, length + 1])(
      'over a stream in pages of %s skips and doubles nothing',
      async (pageSize) => {
        const { counting, pages } = counted(store())
        const events = iterateStream(counting, stream, { direction, pageSize })
        expect(await collect(events, ({ version }) => version)).toEqual(ordered(versions))
        expect(Math.max(...pages)).toBeLessThanOrEqual(pageSize)
        expect(pages).toHaveLength(Math.floor(length / pageSize) + 1)
      },
    )

    it.each([1, 4, length])('over the log in pages of %s skips and doubles nothing', async (pageSize) => {
      const { counting, pages } = counted(store())
      const events = iterateAll(counting, { after, upTo, direction, pageSize })
      const positions = versions.map((version) => after + version)
      expect(await collect(events, ({ position }) => position)).toEqual(ordered(positions))
      expect(Math.max(...pages)).toBeLessThanOrEqual(pageSize)
    })

    it('keeps within a range', async () => {
      const events = iterateStream(store(), stream, { from: 3, to: 8, direction, pageSize: 2 })
      expect(await collect(events, ({ version }) => version)).toEqual(ordered([3, 4, 5, 6, 7, 8]))
    })

    it('reads no further than somebody wants', async () => {
      const { counting, pages } = counted(store())
      for await (const _event of iterateStream(counting, stream, { direction, pageSize: 2 })) break
      expect(pages).toEqual([2])
    })

    it('finds nothing where there is nothing', async () => {
      expect(await collect(iterateStream(store(), freshStream(), { direction }), (event) => event)).toEqual(
        [],
      )
      expect(await collect(iterateAll(store(), { after: upTo, upTo, direction }), (event) => event)).toEqual(
        [],
      )
    })
  })
}
