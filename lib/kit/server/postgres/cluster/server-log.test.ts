import { expect, test } from 'vitest'
import { gist } from './server-log'

test('the gist of a log is its first fatal line', () => {
  const log = `2031-01-01 00:00:00 UTC [7] LOG:  starting
2031-01-01 00:00:00 UTC [7] FATAL:  could not write lock file "postmaster.pid": No space left on device
2031-01-01 00:00:00 UTC [7] LOG:  database system is shut down
pg_ctl: could not start server`
  expect(gist(log)).toBe('could not write lock file "postmaster.pid": No space left on device')
})

test('or else its last one', () => {
  expect(gist('one\npg_ctl: server did not start in time\n')).toBe('pg_ctl: server did not start in time')
})
