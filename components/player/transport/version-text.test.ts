import { expect, test } from 'vitest'
import { versionText } from './version-text'

test('tells the version, its event and when', () => {
  const event = { type: 'ItemAdded', occurredAt: '2026-11-21T14:03:22.123Z' } as const
  expect(versionText(4, 9, event, 'UTC')).toBe('Version 4 of 9, ItemAdded, 14:03:22')
})

test('before the first event there is nothing yet', () => {
  expect(versionText(0, 9, undefined)).toBe('Version 0 of 9, nothing yet')
})
