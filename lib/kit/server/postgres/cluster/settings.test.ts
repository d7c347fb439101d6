import { expect, test } from 'vitest'
import { renderSettings } from './settings'

test('settings are quoted', () => {
  expect(renderSettings({ fsync: 'off', application_name: "it's", unix_socket_directories: '' })).toMatch(
    /\nfsync = 'off'\napplication_name = 'it''s'\nunix_socket_directories = ''\n$/,
  )
})
