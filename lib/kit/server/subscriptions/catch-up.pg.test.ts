import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noting, openFollowedLog, type TestFollowedLog } from '../../testing/followed-log'
import { catchUp } from './catch-up'
import { checkpointOf, checkpointsOf } from './checkpoints'
import { pauseSubscription, resumeSubscription } from './pause'

let log: TestFollowedLog
let last: number
beforeAll(async () => {
  log = await openFollowedLog()
  await log.append('a', 12)
  await log.append('b', 13)
  last = await log.append('a', 10)
})
afterAll(() => log.close())

const everything = () => Array.from({ length: last }, (_, index) => index + 1)
const positions = async (name: string) => (await log.handled(name)).map(({ position }) => position)

describe('a subscription', () => {
  it('hands on the whole log in order, once, and then what is new', async () => {
    const subscription = noting('all')
    expect(await catchUp(log.dependencies, subscription)).toBe(last)
    expect(await positions('all')).toEqual(everything())
    last = await log.append('c')
    expect(await catchUp(log.dependencies, subscription)).toBe(1)
    expect(await catchUp(log.dependencies, subscription)).toBe(0)
    expect(await positions('all')).toEqual(everything())
    expect(await checkpointOf(log.database.pool, 'all')).toBe(last)
  })

  it('begins now, or after a position, and stays where it began', async () => {
    await catchUp(log.dependencies, noting('now', { startFrom: 'now' }))
    await catchUp(log.dependencies, noting('later', { startFrom: 20 }))
    last = await log.append('c', 2)
    await catchUp(log.dependencies, noting('now', { startFrom: 'now' }))
    await catchUp(log.dependencies, noting('later', { startFrom: 'beginning' }))
    expect(await positions('now')).toEqual([last - 1, last])
    expect(await positions('later')).toEqual(everything().slice(20))
  })

  it('has come to the end also when nothing there was for it', async () => {
    const subscription = noting('shelves', { filter: { streamTypes: ['shelf'] } })
    expect(await catchUp(log.dependencies, subscription)).toBe(0)
    const known = await checkpointsOf(log.database.pool, ['shelves', 'unknown'])
    expect(known).toEqual(new Map([['shelves', last]]))
    expect(await checkpointOf(log.database.pool, 'unknown')).toBe(0)
  })

  it('hands on what the filter lets through, however much of the rest is in between', async () => {
    const tea: number[] = []
    for (let round = 0; round < 4; round++) {
      tea.push(await log.append('tea', 1, { tags: ['topic:tea'] }))
      last = await log.append('c', 8)
    }
    await catchUp(log.dependencies, noting('tea', { filter: { tags: ['topic:tea'] }, batchSize: 2 }))
    expect(await positions('tea')).toEqual(tea)
    expect(await checkpointOf(log.database.pool, 'tea')).toBe(last)
  })

  it('rests while it is paused', async () => {
    const { pool } = log.database
    const subscription = noting('pausing')
    expect(await pauseSubscription(pool, 'pausing')).toBe(false)
    await catchUp(log.dependencies, subscription)
    expect(await pauseSubscription(pool, 'pausing')).toBe(true)
    expect(await pauseSubscription(pool, 'pausing')).toBe(false)
    const before = last
    last = await log.append('c', 3)
    expect(await catchUp(log.dependencies, subscription)).toBe(0)
    expect(await checkpointOf(pool, 'pausing')).toBe(before)
    expect(await resumeSubscription(pool, 'pausing')).toBe(true)
    expect(await resumeSubscription(pool, 'pausing')).toBe(false)
    expect(await catchUp(log.dependencies, subscription)).toBe(3)
    expect(await positions('pausing')).toEqual(everything())
  })

  it('ends when it is told to', async () => {
    const stopping = new AbortController()
    const subscription = noting('aborted', {
      handler: { type: 'transaction', apply: async () => stopping.abort() },
    })
    expect(await catchUp(log.dependencies, subscription, stopping.signal)).toBe(10)
  })
})
