import { expect, test } from 'vitest'
import { commandLine, isAlive, isPostmasterOf } from './process-info'

test.each([
  ['/opt/native/bin/postgres -D /home/.data/postgres -p 5433', true],
  ['/opt/native/bin/postgres -D .data/postgres', true],
  ['/opt/native/bin/postgres -D /var/lib/postgresql/18/main', false],
  ['postgres: checkpointer', false],
  ['node /home/.data/postgres/server.js', false],
  ['', false],
])('%s', (command, expected) => {
  expect(isPostmasterOf('/home/.data/postgres', command)).toBe(expected)
})

test('we are alive and known by our command line', async () => {
  expect(isAlive(process.pid)).toBe(true)
  expect(await commandLine(process.pid)).toContain('node')
})
