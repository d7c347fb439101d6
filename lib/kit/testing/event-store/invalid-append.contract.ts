import { describe, expect, it } from 'vitest'
import type { Append, EventStore, NewEvent } from '../../server/store/event-store'
import type { InvalidReason } from '../../server/store/invalid-append'
import { newEvent, noteWritten } from '../notebook/builders'
import { freshStream } from './fresh-stream'

class Amount {
  readonly amount = 1
}
const cycle: Record<string, unknown> = {}
cycle.self = { cycle }
const kilobytes = (count: number) => 'x'.repeat(count * 1024)

const payloads: [string, InvalidReason, unknown][] = [
  ['undefined in a list', 'NotJson', { list: [undefined] }],
  ['a hole in a list', 'NotJson', { list: new Array(1) }],
  ['a function', 'NotJson', { call: () => 1 }],
  ['a symbol', 'NotJson', { symbol: Symbol('s') }],
  ['a BigInt', 'NotJson', { big: 1n }],
  ['NaN', 'NotJson', { not: Number.NaN }],
  ['Infinity', 'NotJson', { deep: [{ far: -Infinity }] }],
  ['a Date', 'NotJson', { at: new Date(0) }],
  ['a Map', 'NotJson', { map: new Map() }],
  ['an instance of a class', 'NotJson', { amount: new Amount() }],
  ['a cycle', 'NotJson', cycle],
  ['NUL in a string', 'NotJson', { text: 'a\0b' }],
  ['NUL in a key', 'NotJson', { 'a\0b': 1 }],
  ['half a surrogate pair', 'NotJson', { text: '\ud83c' }],
  ['half a surrogate pair in a key', 'NotJson', { '\udf75': 1 }],
  ['a list for data', 'NotJson', [1]],
  ['nothing for data', 'NotJson', undefined],
  ['null for data', 'NotJson', null],
  ['a string for data', 'NotJson', 'text'],
  ['over 256 KB', 'TooLarge', { text: kilobytes(256) }],
  ['over 256 KB in UTF-8', 'TooLarge', { text: 'é'.repeat(130 * 1024) }],
]

const parts: [string, InvalidReason, Partial<Record<keyof NewEvent, unknown>>][] = [
  ['metadata that are no JSON', 'NotJson', { metadata: { actor: undefined, at: new Date(0) } }],
  ['metadata over 256 KB', 'TooLarge', { metadata: { note: kilobytes(257) } }],
  ['an id that is none', 'BadId', { eventId: 'event-1' }],
  ['an id in capitals', 'BadId', { eventId: '0198F0C2-7E9B-7F00-8000-000000000001' }],
  ['a type that is empty', 'NotJson', { type: '' }],
  ['a type with NUL', 'NotJson', { type: 'Note\0Written' }],
  ['schema version 0', 'BadVersion', { schemaVersion: 0 }],
  ['schema version 1.5', 'BadVersion', { schemaVersion: 1.5 }],
  ['a time without a zone', 'BadTime', { occurredAt: '2026-01-02T03:04:05.678' }],
  ['a time in words', 'BadTime', { occurredAt: 'yesterday' }],
  ['a day that no calendar has', 'BadTime', { occurredAt: '2026-02-30T00:00:00.000Z' }],
  ['the hour 24', 'BadTime', { occurredAt: '2026-02-01T24:00:00.000Z' }],
  ['the year 0', 'BadTime', { occurredAt: '0000-01-01T00:00:00.000Z' }],
  ['a tag that is empty', 'NotJson', { tags: ['fine', ''] }],
  ['a tag with NUL', 'NotJson', { tags: ['\0'] }],
  ['too many tags', 'TooLarge', { tags: Array.from({ length: 65 }, (_, index) => `tag-${index}`) }],
]

const appends: [string, InvalidReason, Partial<Record<keyof Append, unknown>>][] = [
  ...[1.5, -1, Number.NaN, Infinity, 2 ** 31, 'foo', '1', '', null, undefined, true, []].map(
    (version): [string, InvalidReason, { expectedVersion: unknown }] => [
      `version ${JSON.stringify(version)}`,
      'BadVersion',
      { expectedVersion: version },
    ],
  ),
  ['a command id that is none', 'BadId', { commandId: 'command-1' }],
  ['a stream without a type', 'BadStream', { stream: { type: '', id: 'one' } }],
  ['a stream without an id', 'BadStream', { stream: { type: 'notebook', id: '' } }],
  ['a stream id with NUL', 'BadStream', { stream: { type: 'notebook', id: 'a\0' } }],
  ['a stream type with a slash', 'BadStream', { stream: { type: 'notebook/1', id: '2' } }],
  ['a stream id that is too long', 'BadStream', { stream: { type: 'notebook', id: 'x'.repeat(256) } }],
]

/** Appends that aren't fit to be written: refused before anything happens, whoever else appends. */
export const invalidAppendContract = (store: () => EventStore): void => {
  const valid = (overrides: object = {}): Append => ({
    stream: freshStream(),
    expectedVersion: 0,
    events: [newEvent(noteWritten())],
    ...overrides,
  })
  const withEvent = (overrides: object) =>
    valid({ events: [newEvent(noteWritten()), newEvent(noteWritten(), overrides)] })

  const expectRefusal = async (append: Append, reason: InvalidReason) => {
    const head = await store().headPosition()
    const neighbours = [valid(), valid()] as const
    const [before, refused, after] = await Promise.allSettled([
      store().append(neighbours[0]),
      store().append(append),
      store().append(neighbours[1]),
    ])
    expect(refused).toMatchObject({ status: 'rejected', reason: { name: 'InvalidAppend', reason } })
    expect([before, after]).toMatchObject([{ value: { type: 'written' } }, { value: { type: 'written' } }])
    expect(await store().headPosition()).toBe(head + 2)
  }

  describe('an append that is not fit to be written', () => {
    it.each(payloads)('as its data hold %s', (_what, reason, data) =>
      expectRefusal(withEvent({ data }), reason),
    )
    it.each(parts)('as it has %s', (_what, reason, part) => expectRefusal(withEvent(part), reason))
    it.each(appends)('as it has %s', (_what, reason, part) => expectRefusal(valid(part), reason))

    it('as an event has the id of one that is there', async () => {
      const event = newEvent(noteWritten())
      await store().append(valid({ events: [event] }))
      await expectRefusal(valid({ events: [event] }), 'BadId')
      const together = store().appendTogether({ appends: [valid(), valid({ events: [event] })] })
      await expect(together).rejects.toMatchObject({ name: 'InvalidAppend', reason: 'BadId' })
    })

    it('leaves no trace of its command', async () => {
      const commandId = '0198f0c2-7e9b-4f00-8000-000000000001'
      const { stream } = valid()
      const bad = store().append({ ...withEvent({ data: { at: new Date(0) } }), stream, commandId })
      await expect(bad).rejects.toThrow(/NoteWritten.*Date/)
      expect(await store().findOutcome(stream, commandId)).toBeUndefined()
      expect(await store().append({ ...valid(), stream, commandId })).toMatchObject({ type: 'written' })
    })

    it('is not one with members that are undefined, nor at the limits', async () => {
      const text = kilobytes(256).slice('{"text":""}'.length)
      const events = [
        newEvent(noteWritten(), { data: { text } } as object),
        newEvent(noteWritten(), { data: { gone: undefined, kept: 1 } } as object),
      ]
      const append = valid({
        events,
        stream: { type: 'notebook', id: 'x'.repeat(219) + freshStream().id.slice(-36) },
      })
      expect(await store().append(append)).toMatchObject({ type: 'written' })
      const read = await store().readStream(append.stream)
      expect(read.map(({ data }) => data)).toEqual([{ text }, { kept: 1 }])
    })
  })
}
