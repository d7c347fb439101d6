import { v4 as uuidv4 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { Append, AppendResult, EventStore } from '../kit/server/store/event-store'
import { createFingerprint } from '../kit/server/store/fingerprint'
import { checkContract } from './event-store/check.contract'
import { conditionContract } from './event-store/condition.contract'
import { expectedVersionContract } from './event-store/expected-version.contract'
import { filterContract } from './event-store/filter.contract'
import { freshStream } from './event-store/fresh-stream'
import { hashContract } from './event-store/hash.contract'
import { invalidAppendContract } from './event-store/invalid-append.contract'
import { invalidConditionContract } from './event-store/invalid-condition.contract'
import { invalidReadContract } from './event-store/invalid-read.contract'
import { iterateContract } from './event-store/iterate.contract'
import { partitionContract } from './event-store/partition.contract'
import { readEventContract } from './event-store/read-event.contract'
import { sealedContract } from './event-store/sealed.contract'
import { togetherContract } from './event-store/together.contract'
import { cartCreated, itemAdded, newEvent } from './events'

const fingerprint = createFingerprint('one secret')
const otherKey = createFingerprint('another secret')

/** What every store must do, whatever it is made of. */
export const eventStoreContract = (name: string, store: () => EventStore): void => {
  const append = (request: Append): Promise<AppendResult> => store().append(request)

  describe(`${name} as an event store`, () => {
    it('gives back what was appended, numbered in the stream and in the log', async () => {
      const stream = freshStream()
      const events = [newEvent(cartCreated()), newEvent(itemAdded('mug', 2))]
      const result = await append({ stream, expectedVersion: 0, events })
      const read = await store().readStream(stream)
      expect(
        read.map(({ version, position, streamType, streamId, recordedAt, hash, ...event }) => event),
      ).toEqual(events)
      expect(read.map((event) => event.version)).toEqual([1, 2])
      expect(result).toEqual({ type: 'written', version: 2, position: read[1]?.position, events: read })
      expect(read[1]?.position).toBe((read[0]?.position ?? 0) + 1)
      expect(await store().headPosition()).toBe(read[1]?.position)
    })

    it('knows no events of a stream that is not there', async () => {
      expect(await store().readStream(freshStream())).toEqual([])
    })

    it('keeps streams of the same id but another type apart', async () => {
      const stream = freshStream()
      await append({ stream, expectedVersion: 0, events: [newEvent(cartCreated())] })
      expect(await store().readStream({ ...stream, type: 'order' })).toEqual([])
    })

    it('refuses a stale version, says the actual one, and keeps nothing', async () => {
      const stream = freshStream()
      await append({ stream, expectedVersion: 0, events: [newEvent(cartCreated()), newEvent(itemAdded())] })
      const stale = { stream, expectedVersion: 1, events: [newEvent(itemAdded())] }
      expect(await append(stale)).toEqual({ type: 'conflict', expected: 1, actual: 2 })
      expect(await append({ ...stale, expectedVersion: 7 })).toEqual({
        type: 'conflict',
        expected: 7,
        actual: 2,
      })
      expect(await store().readStream(stream)).toHaveLength(2)
    })

    it('lets exactly one of many win that expect the same version', async () => {
      const stream = freshStream()
      const results = await Promise.all(
        Array.from({ length: 20 }, () =>
          append({ stream, expectedVersion: 0, events: [newEvent(cartCreated())] }),
        ),
      )
      expect(results.filter((result) => result.type === 'written')).toHaveLength(1)
      expect(results.filter((result) => result.type === 'conflict')).toHaveLength(19)
    })

    it('judges each append of a batch by itself, several to one stream in their order', async () => {
      const [one, two] = [freshStream(), freshStream()]
      const results = await Promise.all([
        append({ stream: one, expectedVersion: 0, events: [newEvent(cartCreated())] }),
        append({ stream: two, expectedVersion: 3, events: [newEvent(cartCreated())] }),
        append({
          stream: one,
          expectedVersion: 1,
          events: [newEvent(itemAdded('mug', 2)), newEvent(itemAdded('tea'))],
        }),
      ])
      expect(results.map((result) => result.type)).toEqual(['written', 'conflict', 'written'])
      expect(await store().readStream(one)).toHaveLength(3)
      expect(await store().readStream(two)).toEqual([])
    })

    it('reads a stream from and up to a version, and no more than asked', async () => {
      const stream = freshStream()
      const events = Array.from({ length: 9 }, (_, index) => newEvent(itemAdded(`p${index}`)))
      await append({ stream, expectedVersion: 0, events })
      const versions = async (range: Parameters<EventStore['readStream']>[1]) =>
        (await store().readStream(stream, range)).map((event) => event.version)
      expect(await versions({ from: 4, to: 6 })).toEqual([4, 5, 6])
      expect(await versions({ from: 8 })).toEqual([8, 9])
      expect(await versions({ to: 2 })).toEqual([1, 2])
      expect(await versions({ from: 3, limit: 2 })).toEqual([3, 4])
      expect(await versions({ from: 10 })).toEqual([])
    })

    it('reads the whole log after a position, in order, by type where asked', async () => {
      const after = await store().headPosition()
      const [one, two] = [freshStream(), freshStream()]
      await append({
        stream: one,
        expectedVersion: 0,
        events: [newEvent(cartCreated()), newEvent(itemAdded())],
      })
      await append({ stream: two, expectedVersion: 0, events: [newEvent(cartCreated())] })
      const all = await store().readAll({ after, limit: 100 })
      expect(all.map((event) => [event.streamId, event.version])).toEqual([
        [one.id, 1],
        [one.id, 2],
        [two.id, 1],
      ])
      expect(await store().readAll({ after: all[0]?.position ?? 0, limit: 1 })).toEqual([all[1]])
      const added = await store().readAll({ after, limit: 100, filter: { types: ['ItemAdded'] } })
      expect(added).toEqual([all[1]])
    })

    it('appends a command once, and tells what it was answered', async () => {
      const stream = freshStream()
      const commandId = uuidv4()
      const request = { stream, expectedVersion: 0, events: [newEvent(cartCreated())], commandId }
      const first = await append(request)
      const again = await append(request)
      const outcome = { type: 'accepted', fromVersion: 0, version: 1, position: await store().headPosition() }
      expect(first).toMatchObject({ type: 'written', version: 1 })
      expect(again).toEqual({ type: 'duplicate', outcome })
      expect(await store().findOutcome(stream, commandId)).toEqual(outcome)
      expect(await store().readStream(stream)).toHaveLength(1)
    })

    it('lets two streams use the same command id', async () => {
      const commandId = uuidv4()
      const appendTo = () =>
        append({ stream: freshStream(), expectedVersion: 0, events: [newEvent(cartCreated())], commandId })
      expect((await appendTo()).type).toBe('written')
      expect((await appendTo()).type).toBe('written')
    })

    it('keeps the first outcome of a command that appended nothing', async () => {
      const stream = freshStream()
      const commandId = uuidv4()
      expect(await store().findOutcome(stream, commandId)).toBeUndefined()
      const first = { type: 'rejected', rejection: { type: 'CartEmpty' } } as const
      expect(await store().keepOutcome(stream, commandId, first)).toEqual(first)
      const second = { type: 'rejected', rejection: { type: 'CartNotFound' } } as const
      expect(await store().keepOutcome(stream, commandId, second)).toEqual(first)
      const late = await append({ stream, expectedVersion: 0, events: [newEvent(cartCreated())], commandId })
      expect(late).toEqual({ type: 'duplicate', outcome: first })
    })

    it('answers a command id only for what it stood for the first time', async () => {
      const stream = freshStream()
      const [appended, refused] = [uuidv4(), uuidv4()]
      const [one, other, underAnotherKey] = [fingerprint({ n: 1 }), fingerprint({ n: 2 }), otherKey({ n: 2 })]
      const appendAs = (commandId: string, asked?: Buffer) =>
        append({
          stream,
          expectedVersion: 'any',
          events: [newEvent(itemAdded())],
          commandId,
          fingerprint: asked,
        })
      const outcome = { type: 'rejected', rejection: { type: 'CartEmpty' } } as const
      const keep = (commandId: string, asked?: Buffer) =>
        store().keepOutcome(stream, commandId, outcome, asked)

      expect((await appendAs(appended, one)).type).toBe('written')
      expect(await keep(refused, one)).toEqual(outcome)
      for (const commandId of [appended, refused]) {
        expect(await appendAs(commandId, other)).toEqual({ type: 'reused' })
        expect(await keep(commandId, other)).toEqual({ type: 'reused' })
        for (const asked of [one, underAnotherKey, undefined]) {
          const kept = await store().findOutcome(stream, commandId)
          expect(await appendAs(commandId, asked)).toEqual({ type: 'duplicate', outcome: kept })
          expect(await keep(commandId, asked)).toEqual(kept)
        }
      }
      expect(await store().headVersion(stream)).toBe(1)
    })

    it('answers a command id that came without a fingerprint whatever it stands for later', async () => {
      const stream = freshStream()
      const request = { stream, expectedVersion: 'any', commandId: uuidv4() } as const
      await append({ ...request, events: [newEvent(itemAdded())] })
      const later = { ...request, events: [newEvent(itemAdded())], fingerprint: fingerprint({ n: 1 }) }
      expect((await append(later)).type).toBe('duplicate')
    })

    expectedVersionContract(store)
    togetherContract(store)
    conditionContract(store)
    hashContract(store)
    filterContract(store)
    iterateContract(store)
    partitionContract(store)
    invalidAppendContract(store)
    checkContract(store)
    invalidConditionContract(store)
    invalidReadContract(store)
    readEventContract(store)
    sealedContract(store)
  })
}
