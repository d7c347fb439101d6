import { describe, expect, it } from 'vitest'
import type { StreamName } from '../../events/stream-name'
import type { AppendResult, EventStore, ExpectedVersion } from '../../server/store/event-store'
import { newEvent, noteWritten } from '../notebook/builders'
import { freshStream } from './fresh-stream'

const streamAt = async (store: EventStore, version: number): Promise<StreamName> => {
  const stream = freshStream()
  const events = Array.from({ length: version }, () => newEvent(noteWritten()))
  if (version > 0) await store.append({ stream, expectedVersion: 'none', events })
  return stream
}

/** What a writer may know of a stream, and what becomes of the append. */
export const expectedVersionContract = (store: () => EventStore): void => {
  const append = (stream: StreamName, expectedVersion: ExpectedVersion): Promise<AppendResult> =>
    store().append({ stream, expectedVersion, events: [newEvent(noteWritten())] })

  describe('the expected version', () => {
    it.each([
      [0, 0],
      [0, 'none'],
      [0, 'any'],
      [2, 2],
      [2, 'exists'],
      [2, 'any'],
    ] as const)('of a stream at %s may be %s', async (version, expected) => {
      const stream = await streamAt(store(), version)
      expect(await append(stream, expected)).toMatchObject({ type: 'written', version: version + 1 })
      expect(await store().headVersion(stream)).toBe(version + 1)
    })

    it.each([
      [0, 1],
      [0, 'exists'],
      [2, 0],
      [2, 1],
      [2, 3],
      [2, 'none'],
      [2, 2 ** 31 - 1],
    ] as const)('of a stream at %s may not be %s', async (actual, expected) => {
      const stream = await streamAt(store(), actual)
      expect(await append(stream, expected)).toEqual({ type: 'conflict', expected, actual })
      expect(await store().headVersion(stream)).toBe(actual)
      expect(await store().readStream(stream)).toHaveLength(actual)
    })

    it.each(['any', 'exists'] as const)('`%s` does not fail for being parallel', async (expected) => {
      const stream = await streamAt(store(), 1)
      const results = await Promise.all(Array.from({ length: 50 }, () => append(stream, expected)))
      expect(results.map((result) => result.type)).toEqual(results.map(() => 'written'))
      const versions = (await store().readStream(stream)).map((event) => event.version)
      expect(versions).toEqual(Array.from({ length: 51 }, (_, index) => index + 1))
    })

    it('`none` has one winner of many, and the others learn the version it made', async () => {
      const stream = freshStream()
      const results = await Promise.all(Array.from({ length: 20 }, () => append(stream, 'none')))
      expect(results.filter((result) => result.type === 'written')).toHaveLength(1)
      const others = results.filter((result) => result.type !== 'written')
      expect(others).toEqual(others.map(() => ({ type: 'conflict', expected: 'none', actual: 1 })))
    })

    it('holds within one batch: what comes first counts for what comes next', async () => {
      const stream = freshStream()
      const results = await Promise.all([
        append(stream, 'exists'),
        append(stream, 'none'),
        append(stream, 'none'),
        append(stream, 1),
        append(stream, 'exists'),
        append(stream, 2),
      ])
      expect(results.map((result) => result.type)).toEqual([
        'conflict',
        'written',
        'conflict',
        'written',
        'written',
        'conflict',
      ])
      expect(results[5]).toEqual({ type: 'conflict', expected: 2, actual: 3 })
    })
  })
}
