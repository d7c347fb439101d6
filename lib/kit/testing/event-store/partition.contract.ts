import { expect, it } from 'vitest'
import type { EventStore } from '../../server/store/event-store'
import { newEvent, noteWritten } from '../notebook/builders'
import { freshStream } from './fresh-stream'

/** Reading the log in parts. */
export const partitionContract = (store: () => EventStore): void => {
  it('deals the log out to partitions, each stream to one of them', async () => {
    const after = await store().headPosition()
    const streams = Array.from({ length: 60 }, freshStream)
    const append = (stream: (typeof streams)[number]) =>
      store().append({ stream, expectedVersion: 'any', events: [newEvent(noteWritten())] })
    await Promise.all([...streams, ...streams].map(append))
    const read = (nth?: number) =>
      store().readAll({ after, limit: 500, partition: nth === undefined ? undefined : { of: 3, nth } })

    const parts = await Promise.all([0, 1, 2].map(read))
    expect(parts.flat().sort((a, b) => a.position - b.position)).toEqual(await read())
    const dealt = parts.map((part) => new Set(part.map(({ streamId }) => streamId)).size)
    expect(dealt.reduce((sum, size) => sum + size, 0)).toBe(streams.length)
    expect(Math.min(...dealt)).toBeGreaterThan(0)
  })
}
