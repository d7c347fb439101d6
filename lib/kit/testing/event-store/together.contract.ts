import { v4 as uuidv4 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { StreamName } from '../../events/stream-name'
import type { Append, EventStore, ExpectedVersion } from '../../server/store/event-store'
import { newEvent, noteWritten } from '../notebook/builders'
import { freshStream } from './fresh-stream'

const appendOf = (stream: StreamName, expectedVersion: ExpectedVersion, commandId?: string): Append => ({
  stream,
  expectedVersion,
  events: [newEvent(noteWritten())],
  commandId,
})

/** Appends that are written all or not at all. */
export const togetherContract = (store: () => EventStore): void => {
  const together = (...appends: Append[]) => store().appendTogether({ appends })
  const versions = (...streams: StreamName[]) =>
    Promise.all(streams.map((stream) => store().headVersion(stream)))

  describe('appending together', () => {
    it('writes to several streams, one after another in the log', async () => {
      const [one, two] = [freshStream(), freshStream()]
      const before = await store().headPosition()
      const result = await together(appendOf(one, 'none'), appendOf(two, 0))
      const [first, second] = [await store().readStream(one), await store().readStream(two)]
      expect(result).toEqual({
        type: 'written',
        results: [
          { type: 'written', version: 1, position: before + 1, events: first },
          { type: 'written', version: 1, position: before + 2, events: second },
        ],
      })
    })

    it('writes twice to one stream', async () => {
      const stream = freshStream()
      const result = await together(appendOf(stream, 'none'), appendOf(stream, 1), appendOf(stream, 'any'))
      expect(result.type).toBe('written')
      expect(await store().headVersion(stream)).toBe(3)
    })

    it('keeps nothing of the first when the second fails, nor its command id', async () => {
      const [one, two] = [freshStream(), freshStream()]
      const commandId = uuidv4()
      const head = await store().headPosition()
      expect(await together(appendOf(one, 'none', commandId), appendOf(two, 4))).toEqual({
        type: 'refused',
        results: [{ type: 'refused' }, { type: 'conflict', expected: 4, actual: 0 }],
      })
      expect(await versions(one, two)).toEqual([0, 0])
      expect(await store().headPosition()).toBe(head)
      expect(await store().findOutcome(one, commandId)).toBeUndefined()
      expect(await store().append(appendOf(one, 'none', commandId))).toMatchObject({ type: 'written' })
    })

    it('keeps nothing of the second when the first fails', async () => {
      const [one, two] = [freshStream(), freshStream()]
      const result = await together(appendOf(one, 'exists'), appendOf(two, 'none'))
      expect(result).toEqual({
        type: 'refused',
        results: [{ type: 'conflict', expected: 'exists', actual: 0 }, { type: 'refused' }],
      })
      expect(await versions(one, two)).toEqual([0, 0])
    })

    it('keeps neither of two to one stream that do not fit each other', async () => {
      const stream = freshStream()
      expect(await together(appendOf(stream, 'none'), appendOf(stream, 'none'))).toEqual({
        type: 'refused',
        results: [{ type: 'refused' }, { type: 'conflict', expected: 'none', actual: 1 }],
      })
      expect(await store().headVersion(stream)).toBe(0)
    })

    it('does not write again what was written, and says so for each', async () => {
      const [one, two] = [freshStream(), freshStream()]
      const [first, second] = [uuidv4(), uuidv4()]
      const send = () => together(appendOf(one, 'any', first), appendOf(two, 'any', second))
      expect((await send()).type).toBe('written')
      expect(await send()).toEqual({
        type: 'refused',
        results: [
          { type: 'duplicate', outcome: await store().findOutcome(one, first) },
          { type: 'duplicate', outcome: await store().findOutcome(two, second) },
        ],
      })
      expect(await together(appendOf(two, 'any', second), appendOf(one, 1))).toMatchObject({
        type: 'refused',
        results: [{ type: 'duplicate' }, { type: 'refused' }],
      })
      expect(await versions(one, two)).toEqual([1, 1])
    })

    it('refuses nothing at all, and one command id twice for one stream', async () => {
      await expect(together()).rejects.toMatchObject({ name: 'InvalidAppend', reason: 'NoEvents' })
      const [one, two] = [freshStream(), freshStream()]
      const id = uuidv4()
      const twice = together(appendOf(one, 'any', id), appendOf(one, 'any', id))
      await expect(twice).rejects.toMatchObject({ name: 'InvalidAppend', reason: 'BadId' })
      expect((await together(appendOf(one, 'any', id), appendOf(two, 'any', id))).type).toBe('written')
    })

    it('refuses all when one is not fit to be written', async () => {
      const [one, two] = [freshStream(), freshStream()]
      const bad = { ...appendOf(two, 'none'), events: [newEvent(noteWritten(), { eventId: 'none' })] }
      await expect(together(appendOf(one, 'none'), bad)).rejects.toMatchObject({ reason: 'BadId' })
      expect(await versions(one, two)).toEqual([0, 0])
    })
  })
}
