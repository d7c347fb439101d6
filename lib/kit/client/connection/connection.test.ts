import { expect, test } from 'vitest'
import { connectionOf } from './connection'

const well = {
  isOnline: true,
  hasStream: true,
  link: 'live',
  standstill: undefined,
  isRenewed: false,
} as const

test.each([
  ['live', {}],
  ['idle', { hasStream: false, link: 'connecting' }],
  ['reading', { link: 'reading' }],
  ['signedOut', { link: 'shut' }],
  ['signedOut', { standstill: 'signedOut' }],
  ['renewed', { standstill: 'renewed' }],
  ['renewed', { isRenewed: true, link: 'shut', hasStream: false }],
  ['offline', { isOnline: false }],
  ['offline', { isOnline: false, isRenewed: true, standstill: 'signedOut' }],
] as const)('it is %s with %o', (connection, heard) => {
  expect(connectionOf({ ...well, ...heard })).toBe(connection)
})
