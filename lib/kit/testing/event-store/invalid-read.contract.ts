import { describe, expect, it } from 'vitest'
import type { StreamName } from '../../events/stream-name'
import type { EventStore, ReadAll, ReadStream } from '../../server/store/event-store'
import type { InvalidReadReason } from '../../server/store/invalid-read'
import { iterateAll, iterateStream } from '../../server/store/iterate'
import { freshStream } from './fresh-stream'

const noNumbers = [1.5, -1, Number.NaN, Number.POSITIVE_INFINITY, '1', null]
const noVersions = [...noNumbers, 2 ** 40]
const noPositions = [...noNumbers, 2 ** 53]

type Case<Range> = [InvalidReadReason, { [Part in keyof Range]?: unknown }]

const ofStreams: Case<ReadStream>[] = [
  ...noVersions.map((from): Case<ReadStream> => ['BadVersion', { from }]),
  ...noVersions.map((to): Case<ReadStream> => ['BadVersion', { to }]),
  ...noVersions.map((limit): Case<ReadStream> => ['BadLimit', { limit }]),
  ['BadDirection', { direction: 'sideways' }],
]

const ofLog: Case<ReadAll>[] = [
  ...noPositions.map((after): Case<ReadAll> => ['BadPosition', { after }]),
  ...noPositions.map((upTo): Case<ReadAll> => ['BadPosition', { upTo }]),
  ...[...noVersions, undefined].map((limit): Case<ReadAll> => ['BadLimit', { limit }]),
  ['BadDirection', { direction: 'asc' }],
  ...[
    { of: 0, nth: 0 },
    { of: 2, nth: 2 },
    { of: 2, nth: -1 },
    { of: 2.5, nth: 0 },
    { of: 2, nth: 0.5 },
    { of: Number.NaN, nth: 0 },
    { of: 2 ** 40, nth: 0 },
    { of: -1, nth: -2 },
  ].map((partition): Case<ReadAll> => ['BadPartition', { partition }]),
  ['BadFilter', { filter: { types: 'NoteWritten' } }],
  ['BadFilter', { filter: { tags: ['\0'] } }],
  ['BadFilter', { filter: { streamTypes: [''] } }],
  ['BadFilter', { filter: { actorId: 'a\0b' } }],
  ['BadFilter', { filter: [{ types: ['NoteWritten'] }, { correlationId: 7 }] }],
  ['BadTime', { filter: { since: 'yesterday' } }],
  ['BadTime', { filter: { occurredUntil: '2026-13-01T00:00:00Z' } }],
]

const shown = (what: unknown): string =>
  JSON.stringify(what, (_, value) =>
    typeof value === 'number' && !Number.isFinite(value) ? `${value}` : value,
  )

/** Reads that can't be made: refused by name before the log is asked, by every store alike. */
export const invalidReadContract = (store: () => EventStore): void => {
  const expectRefusal = (read: Promise<unknown>, reason: InvalidReadReason) =>
    expect(read).rejects.toMatchObject({ name: 'InvalidRead', reason })

  describe('a read that can not be made', () => {
    it.each(ofStreams.map(([reason, range]) => [shown(range), reason, range] as const))(
      'of a stream: %s (%s)',
      (_, reason, range) => expectRefusal(store().readStream(freshStream(), range as ReadStream), reason),
    )

    it.each(ofLog.map(([reason, range]) => [shown(range), reason, range] as const))(
      'of the log: %s (%s)',
      (_, reason, range) => expectRefusal(store().readAll({ limit: 1, ...range } as ReadAll), reason),
    )

    it.each<StreamName>([
      { type: '', id: 'one' },
      { type: 'notebook', id: '' },
      { type: 'notebook', id: 'a\0' },
      { type: 'notebook', id: 'x'.repeat(256) },
    ])('of a stream that none can be', async (stream) => {
      const id = '0198f0c2-7e9b-4f00-8000-000000000001'
      await expectRefusal(store().readStream(stream), 'BadStream')
      await expectRefusal(store().headVersion(stream), 'BadStream')
      await expectRefusal(store().findOutcome(stream, id), 'BadStream')
      const rejected = { type: 'rejected', rejection: {} } as const
      await expectRefusal(store().keepOutcome(stream, id, rejected), 'BadStream')
    })

    it.each(['', 'event-1', '0198F0C2-7E9B-7F00-8000-000000000001', '\0'])(
      'of an id like "%s"',
      async (id) => {
        await expectRefusal(store().readEvent(id), 'BadId')
        await expectRefusal(store().findOutcome(freshStream(), id), 'BadId')
      },
    )

    it.each([0, -1, 1.5, Number.NaN])('in pages of %s', async (pageSize) => {
      await expectRefusal(iterateAll(store(), { pageSize }).next(), 'BadLimit')
      await expectRefusal(iterateStream(store(), freshStream(), { pageSize }).next(), 'BadLimit')
    })
  })

  it('reads at the limits', async () => {
    const stream = freshStream()
    expect(await store().readStream(stream, { from: 0, to: 2 ** 31 - 1, limit: 0 })).toEqual([])
    expect(await store().readAll({ after: 2 ** 40, upTo: 2 ** 53 - 1, limit: 2 ** 31 - 1 })).toEqual([])
  })
}
