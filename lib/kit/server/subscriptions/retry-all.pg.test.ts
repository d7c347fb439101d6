import { afterAll, beforeAll, expect, it } from 'vitest'
import type { RecordedEvent } from '../../events/recorded-event'
import { note, noteRows, noting, openFollowedLog, type TestFollowedLog } from '../../testing/followed-log'
import { asSubscription } from '../projections/as-subscription'
import type { Projection } from '../projections/projection'
import { catchUp } from './catch-up'
import { checkpointOf } from './checkpoints'
import { listParked } from './parked-events'
import { pauseSubscription } from './pause'
import { retryAll } from './retry-all'
import type { Subscription } from './subscription'

let log: TestFollowedLog
let last: number
beforeAll(async () => {
  log = await openFollowedLog()
  for (const kept of ['a', 'b', 'c', 'd']) await log.append(kept, 5)
  last = await log.append('a', 2)
})
afterAll(() => log.close())

const bad = new Set<number>()
const taste = (poisonous: number[], events: readonly RecordedEvent[]) => {
  if (events.some(({ position }) => poisonous.includes(position) && bad.has(position)))
    throw new Error('It is bad')
}
const poison =
  (name: string, poisonous: number[]) =>
  async (...[sql, events]: Parameters<ReturnType<typeof note>>) => {
    await note(name)(sql, events)
    taste(poisonous, events)
  }
const sick = (name: string, poisonous: number[], over: Partial<Subscription> = {}): Subscription =>
  noting(name, {
    onPoison: 'skip',
    handler: { type: 'transaction', apply: poison(name, poisonous) },
    ...over,
  })

const retried = async (subscription: Subscription, only?: number) => {
  const told: [number, string][] = []
  for await (const { position, result } of retryAll(log.dependencies, subscription, only)) {
    told.push([position, result.type])
  }
  return told
}
const parked = async (name: string) =>
  (await listParked(log.database.pool, name, { limit: 10 })).map(({ position }) => position)
const handled = async (name: string) =>
  (await log.handled(name)).map(({ position }) => position).sort((a, b) => a - b)
const all = () => Array.from({ length: last }, (_, nth) => nth + 1)

it('tries again what was passed over, one event or all, in each of several partitions', async () => {
  for (const position of [2, 7, 12, 17]) bad.add(position)
  const subscription = sick('partitioned', [2, 7, 12, 17], { partitions: 3 })
  await catchUp(log.dependencies, subscription)
  expect(await parked('partitioned')).toEqual([2, 7, 12, 17])
  expect(await retried(subscription)).toEqual([2, 7, 12, 17].map((position) => [position, 'failed']))
  bad.delete(7)
  expect(await retried(subscription, 7)).toEqual([[7, 'resolved']])
  expect(await retried(subscription, 7)).toEqual([[7, 'notParked']])
  bad.clear()
  expect(await retried(subscription)).toEqual([2, 12, 17].map((position) => [position, 'resolved']))
  expect(await retried(subscription)).toEqual([])
  expect(await handled('partitioned')).toEqual(all())
})

it('tries again what stopped a projection, and goes on behind it', async () => {
  bad.add(4)
  bad.add(9)
  const projection: Projection = {
    name: 'stopped',
    tables: [],
    filter: {},
    begin: () => async (events) => {
      taste([4, 9], events)
      return noteRows('stopped')(events)
    },
  }
  const subscription = asSubscription(projection, log.database.store)
  await catchUp(log.dependencies, subscription)
  expect(await parked('stopped')).toEqual([4])
  expect(await retried(subscription)).toEqual([[4, 'failed']])
  bad.delete(4)
  expect(await retried(subscription)).toEqual([
    [4, 'resolved'],
    [9, 'failed'],
  ])
  bad.delete(9)
  expect(await retried(subscription, 9)).toEqual([[9, 'resolved']])
  expect(await checkpointOf(log.database.pool, 'stopped')).toBe(last)
  expect(await handled('stopped')).toEqual(all())
})

it('delivers again what an effect could not', async () => {
  bad.add(3)
  const delivered: number[] = []
  const subscription = noting('effect', {
    onPoison: 'skip',
    handler: {
      type: 'effect',
      deliver: async (events) => {
        if (events.some(({ position }) => bad.has(position))) throw new Error('It is bad')
        delivered.push(...events.map(({ position }) => position))
      },
    },
  })
  await catchUp(log.dependencies, subscription)
  bad.clear()
  await pauseSubscription(log.database.pool, 'effect')
  expect(await retried(subscription)).toEqual([[3, 'resolved']])
  expect(delivered.toSorted((a, b) => a - b)).toEqual(all())
})
