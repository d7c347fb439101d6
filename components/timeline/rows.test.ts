import { expect, test } from 'vitest'
import type { PendingEvent } from '@/lib/client/pending'
import type { RecordedCartEvent } from '@/lib/protocol/recorded-event'
import { toRows } from './rows'

const recorded = (version: number) => ({ version, occurredAt: 'then' }) as RecordedCartEvent
const pending = (commandId: string) => ({ commandId, issuedAt: 'now', event: {} }) as PendingEvent

test('rows run from the newest pending event down to the first recorded one', () => {
  const rows = toRows([recorded(1), recorded(2)], [pending('a'), pending('b')])
  const all = Array.from({ length: rows.count }, (_, index) => rows.at(index))
  expect(all.map((row) => [row.version, row.recorded !== undefined])).toEqual([
    [4, false],
    [3, false],
    [2, true],
    [1, true],
  ])
})

test('a version is found at its row, whether pending or confirmed', () => {
  const before = toRows([recorded(1)], [pending('a')])
  const after = toRows([recorded(1), recorded(2)], [])
  expect(before.at(before.indexOf(2)).version).toBe(2)
  expect(after.indexOf(2)).toBe(before.indexOf(2))
})

test('there is no row beyond the first event', () => {
  expect(() => toRows([], []).at(0)).toThrow(RangeError)
})
