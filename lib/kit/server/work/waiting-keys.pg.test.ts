import { afterAll, beforeAll, expect, it } from 'vitest'
import { openFollowedLog, type TestFollowedLog } from '../../testing/followed-log'
import { type NotedStatements, noteStatements } from '../../testing/statements'
import { forget } from './by-hand'
import { enqueue } from './enqueue'
import { createWaitingKeys } from './waiting-keys'

let log: TestFollowedLog
let statements: NotedStatements

beforeAll(async () => {
  log = await openFollowedLog()
  statements = noteStatements()
})
afterAll(async () => {
  statements.stop()
  await log.close()
})

it('keys that have work waiting are known, those of before too, and asked for only where one may', async () => {
  const { pool } = log.database
  const add = (id: string, key: string) => enqueue(pool, 'keyed', [{ id, key, position: 1, payload: {} }])
  await add('1', 'a')
  const keys = createWaitingKeys(pool, 'keyed')
  expect(await keys.among(['a', 'b'])).toEqual(new Set(['a']))

  statements.take()
  expect(await keys.among(['b', 'c'])).toEqual(new Set())
  expect(statements.take()).toEqual([])

  await add('2', 'b')
  await keys.add('b')
  expect(await keys.among(['b'])).toEqual(new Set(['b']))

  await forget(pool, 'keyed', '1')
  expect(await keys.among(['a'])).toEqual(new Set())
  statements.take()
  expect(await keys.among(['a'])).toEqual(new Set())
  expect(statements.take()).toEqual([])
})
