import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import type { EventStore } from '../../server/store/event-store'
import { newEvent, noteWritten } from '../notebook/builders'
import { freshStream } from './fresh-stream'

/** One event by its id. */
export const readEventContract = (store: () => EventStore): void => {
  it('reads an event by its id, as it is read in its stream', async () => {
    const stream = freshStream()
    const events = [newEvent(noteWritten('mug')), newEvent(noteWritten('tea'))] as const
    await store().append({ stream, expectedVersion: 'none', events })
    const [, second] = await store().readStream(stream)
    expect(await store().readEvent(events[1].eventId)).toEqual(second)
    expect(await store().readEvent(uuidv7())).toBeUndefined()
  })

  it('tells when each event was recorded: the same to who wrote it and who reads it, never going back', async () => {
    const stream = freshStream()
    const before = Date.now() - 1_000
    const first = await store().append({ stream, expectedVersion: 0, events: [newEvent(noteWritten())] })
    const second = await store().append({ stream, expectedVersion: 1, events: [newEvent(noteWritten())] })
    const read = await store().readStream(stream)
    const told = [first, second].flatMap((result) => (result.type === 'written' ? result.events : []))
    expect(told).toEqual(read)
    const times = read.map(({ recordedAt = '' }) => Date.parse(recordedAt))
    expect(times[0]).toBeGreaterThan(before)
    expect(times[1]).toBeGreaterThanOrEqual(times[0] ?? Number.NaN)
  })
}
