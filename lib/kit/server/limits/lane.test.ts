import { expect, it } from 'vitest'
import { createLane } from './lane'

const limits = { atOnce: 1, atOncePerKey: 1, waiting: 4, waitingPerKey: 2 }

it('runs one after another, also after one that failed, and refuses what is too much', async () => {
  const lane = createLane(limits)
  let running = 0
  let most = 0
  const work = (fails: boolean) => async () => {
    most = Math.max(most, ++running)
    await new Promise((resolve) => setImmediate(resolve))
    running--
    if (fails) throw new Error('broke')
    return 'done'
  }
  const told = await Promise.allSettled([
    lane.run('a', work(true)),
    lane.run('a', work(false)),
    lane.run('a', work(false)),
    lane.run('a', work(false)),
    lane.run('b', work(false)),
  ])
  expect(told.map((each) => (each.status === 'fulfilled' ? each.value : each.reason.name))).toEqual([
    'Error',
    'done',
    'done',
    'Overloaded',
    'done',
  ])
  expect(most).toBe(1)
})
