import { v4 as uuidv4 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { StreamName } from '../../events/stream-name'
import type { Append, EventStore, ExpectedVersion } from '../../server/store/event-store'
import { newEvent, noteWritten } from '../notebook/builders'
import { freshStream } from './fresh-stream'

/** An append of no events: a check, which writes nothing and is judged as what writes. */
export const checkContract = (store: () => EventStore): void => {
  const checkOf = (stream: StreamName, expectedVersion: ExpectedVersion): Append => ({
    stream,
    expectedVersion,
    events: [],
  })
  const writeOf = (stream: StreamName, tags: readonly string[] = []): Append => ({
    stream,
    expectedVersion: 'any',
    events: [newEvent(noteWritten(), { tags })],
  })

  describe('an append of no events', () => {
    it.each<[number, ExpectedVersion]>([
      [0, 0],
      [0, 'none'],
      [0, 'any'],
      [2, 2],
      [2, 'exists'],
      [2, 'any'],
    ])(
      'holds of a stream at %s that is expected to be at %s, and writes nothing',
      async (version, expected) => {
        const stream = freshStream()
        for (let nth = 0; nth < version; nth++) await store().append(writeOf(stream))
        const position = await store().headPosition()
        expect(await store().append(checkOf(stream, expected))).toEqual({
          type: 'written',
          version,
          position,
          events: [],
        })
        expect(await store().headPosition()).toBe(position)
        expect(await store().headVersion(stream)).toBe(version)
      },
    )

    it.each<[number, ExpectedVersion]>([
      [0, 1],
      [0, 'exists'],
      [2, 1],
      [2, 'none'],
    ])('is a conflict of a stream at %s that is expected to be at %s', async (actual, expected) => {
      const stream = freshStream()
      for (let nth = 0; nth < actual; nth++) await store().append(writeOf(stream))
      const conflict = { type: 'conflict', expected, actual }
      expect(await store().append(checkOf(stream, expected))).toEqual(conflict)
    })

    it('lets what goes together with it be written, or refuses it', async () => {
      const [read, written] = [freshStream(), freshStream()]
      await store().append(writeOf(read))
      const send = (expected: number) =>
        store().appendTogether({ appends: [checkOf(read, expected), writeOf(written)] })
      expect(await send(0)).toEqual({
        type: 'refused',
        results: [{ type: 'conflict', expected: 0, actual: 1 }, { type: 'refused' }],
      })
      expect(await send(1)).toMatchObject({
        type: 'written',
        results: [
          { version: 1, events: [] },
          { version: 1, events: [{ streamId: written.id }] },
        ],
      })
    })

    it('answers its command once', async () => {
      const check = { ...checkOf(freshStream(), 'none'), commandId: uuidv4() }
      const position = await store().headPosition()
      expect(await store().append(check)).toMatchObject({ type: 'written' })
      await store().append(writeOf(check.stream))
      const outcome = { type: 'accepted', fromVersion: 0, version: 0, position }
      expect(await store().append(check)).toEqual({ type: 'duplicate', outcome })
    })

    it('under a condition checks that, also when there is no append at all', async () => {
      const tag = uuidv4()
      const condition = { queries: [{ tags: [tag] }] }
      const check = checkOf(freshStream(), 'any')
      expect((await store().appendTogether({ appends: [check], condition })).type).toBe('written')
      expect(await store().appendTogether({ appends: [], condition })).toEqual({
        type: 'written',
        results: [],
      })
      await store().append(writeOf(freshStream(), [tag]))
      const outdated = { type: 'outdated', position: await store().headPosition() }
      expect(await store().appendTogether({ appends: [check], condition })).toEqual(outdated)
      expect(await store().appendTogether({ appends: [], condition })).toEqual(outdated)
    })
  })
}
