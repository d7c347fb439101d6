import { describe, expect, it } from 'vitest'
import type { AppendCondition, EventStore } from '../../server/store/event-store'
import { newEvent, noteWritten } from '../notebook/builders'
import { freshStream } from './fresh-stream'

const conditions: [string, unknown][] = [
  ['no queries', {}],
  ['queries that are no list', { queries: { types: ['NoteWritten'] } }],
  ['a query that is none', { queries: [null] }],
  ...[1.5, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1', null].flatMap(
    (after): [string, unknown][] => [
      [`to begin after ${after}`, { queries: [], after }],
      [`a query to begin after ${after}`, { queries: [{ types: ['NoteWritten'], after }] }],
    ],
  ),
  ['types that are a text', { queries: [{ types: 'NoteWritten' }] }],
  ['an empty type', { queries: [{ types: [''] }] }],
  ['a tag with NUL', { queries: [{ tags: ['a\0'] }] }],
  ['half a surrogate pair', { queries: [{ tags: ['\ud83c'] }] }],
  ['a tag that is too long', { queries: [{ tags: ['x'.repeat(256)] }] }],
]

/** Conditions that can't be judged are refused like appends that aren't fit, and let nothing through. */
export const invalidConditionContract = (store: () => EventStore): void => {
  it.each(conditions)('refuses a condition that has %s', async (_what, condition) => {
    const stream = freshStream()
    const appends = [{ stream, expectedVersion: 'none' as const, events: [newEvent(noteWritten())] }]
    const refused = store().appendTogether({ appends, condition: condition as AppendCondition })
    await expect(refused).rejects.toMatchObject({ name: 'InvalidAppend', reason: 'BadCondition' })
    expect(await store().headVersion(stream)).toBe(0)
  })

  describe('a condition at the limits', () => {
    it('is judged', async () => {
      const condition = { queries: [{ types: ['x'.repeat(255)], tags: [], after: 2 ** 53 - 1 }], after: 0 }
      expect(await store().appendTogether({ appends: [], condition })).toEqual({
        type: 'written',
        results: [],
      })
    })
  })
}
