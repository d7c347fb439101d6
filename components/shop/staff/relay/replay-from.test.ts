import { expect, it } from 'vitest'
import { replayFrom } from './replay-from'

it.each([
  ['beginning', 'whatever', { type: 'beginning' }],
  ['position', ' 1,234 ', { type: 'position', position: 1_234 }],
  ['event', '7', { type: 'event', position: 7 }],
  ['time', '2026-11-21T14:03', { type: 'time', since: '2026-11-21T14:03:00.000Z' }],
  ['time', '2026-11-21 14:03:22Z', { type: 'time', since: '2026-11-21T14:03:22.000Z' }],
  ['time', '2026-11-21', { type: 'time', since: '2026-11-21T00:00:00.000Z' }],
] as const)('%s of "%s" is understood', (choice, typed, from) => {
  expect(replayFrom(choice, typed)).toEqual({ type: 'read', from })
})

it.each([
  ['position', ''],
  ['position', '0'],
  ['event', '1.5'],
  ['event', '99999999999999999'],
  ['time', 'yesterday'],
  ['time', '2026-13-45T00:00'],
  ['time', ''],
] as const)('%s of "%s" is not', (choice, typed) => {
  expect(replayFrom(choice, typed)).toMatchObject({ type: 'refused', why: expect.stringMatching(/\.$/) })
})
