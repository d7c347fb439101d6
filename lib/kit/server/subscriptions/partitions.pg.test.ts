import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { note, noting, openFollowedLog, type TestFollowedLog } from '../../testing/followed-log'
import { catchUp } from './catch-up'
import { checkpointOf } from './checkpoints'
import { listParked } from './parked-events'
import { settlePartitions, UnevenPartitions } from './partitions'
import { pauseSubscription, resumeSubscription } from './pause'
import { takeStep } from './step'
import type { Subscription } from './subscription'

const streams = 30
let log: TestFollowedLog
let last = 0
beforeAll(async () => {
  log = await openFollowedLog()
  await appendToAll()
})
afterAll(() => log.close())

const appendToAll = async () => {
  for (let version = 0; version < 3; version++) {
    for (let stream = 0; stream < streams; stream++) last = await log.append(`notebook-${stream}`)
  }
}

const stepOf = (subscription: Subscription, nth: number, of: number) =>
  takeStep({ ...log.dependencies, subscription, partition: { of, nth } }, new AbortController().signal)

/** Every event once, and those of a stream in their order, whatever the order between streams. */
const expectAllOnceInOrder = async (name: string) => {
  const handled = await log.handled(name)
  expect(handled.map(({ position }) => position).sort((a, b) => a - b)).toEqual(
    Array.from({ length: last }, (_, index) => index + 1),
  )
  for (let stream = 0; stream < streams; stream++) {
    const versions = handled
      .filter(({ streamId }) => streamId === `notebook-${stream}`)
      .map(({ version }) => version)
    expect(versions).toEqual(versions.map((_, index) => index + 1))
  }
}

describe('partitions', () => {
  it('share the streams, each all events of one, at the same time', async () => {
    let atWork = 0
    let meet = () => {}
    const together = new Promise<void>((resolve) => {
      meet = resolve
    })
    const seen: Set<string>[] = []
    const subscription = noting('shared', {
      partitions: 4,
      handler: {
        type: 'transaction',
        apply: async (sql, events) => {
          // None of them goes on before all four are in the middle of it.
          if (++atWork === 4) meet()
          await together
          seen.push(new Set(events.map(({ streamId }) => streamId)))
          await note('shared')(sql, events)
        },
      },
    })
    expect(await catchUp(log.dependencies, subscription)).toBe(last)
    await expectAllOnceInOrder('shared')
    const firsts = seen.slice(0, 4).flatMap((ids) => [...ids])
    expect(new Set(firsts).size).toBe(firsts.length)
    expect(await checkpointOf(log.database.pool, 'shared')).toBe(last)
  })

  it('are as far as the one that lags', async () => {
    const subscription = noting('lagging', { partitions: 2 })
    await settlePartitions(log.dependencies, subscription)
    await stepOf(subscription, 0, 2)
    expect(await checkpointOf(log.database.pool, 'lagging')).toBe(0)
    await stepOf(subscription, 1, 2)
    expect(await checkpointOf(log.database.pool, 'lagging')).toBeGreaterThan(0)
  })

  it.each([
    [1, 4],
    [4, 1],
    [2, 3],
  ])('can be %i and become %i without a double or a gap', async (old, wanted) => {
    const name = `from ${old} to ${wanted}`
    await settlePartitions(log.dependencies, noting(name, { partitions: old }))
    await stepOf(noting(name), 0, old)
    await catchUp(log.dependencies, noting(name, { partitions: wanted }))
    await appendToAll()
    await catchUp(log.dependencies, noting(name, { partitions: wanted }))
    await expectAllOnceInOrder(name)
    expect(await stepOf(noting(name), 0, old)).toEqual({ type: 'gone' })
  })

  it('stay as they are while they are at different positions and may not go on', async () => {
    const two = noting('uneven', { partitions: 2 })
    const three = noting('uneven', { partitions: 3 })
    await settlePartitions(log.dependencies, two)
    await stepOf(two, 1, 2)
    await pauseSubscription(log.database.pool, 'uneven')
    await expect(catchUp(log.dependencies, three)).rejects.toThrow(UnevenPartitions)
    await resumeSubscription(log.database.pool, 'uneven')
    await catchUp(log.dependencies, three)
    await expectAllOnceInOrder('uneven')
  })

  it('take along what stopped them', async () => {
    const fail = { isOn: true }
    const sick = (partitions: number) =>
      noting('sick', {
        partitions,
        handler: {
          type: 'transaction',
          apply: async (sql, events) => {
            if (fail.isOn) throw new Error('sick')
            await note('sick')(sql, events)
          },
        },
      })
    await catchUp(log.dependencies, sick(1))
    await settlePartitions(log.dependencies, sick(4))
    expect(await catchUp(log.dependencies, sick(4))).toBe(0)
    fail.isOn = false
    await resumeSubscription(log.database.pool, 'sick')
    await catchUp(log.dependencies, sick(4))
    await expectAllOnceInOrder('sick')
    expect(await listParked(log.database.pool, 'sick', { limit: 1 })).toEqual([])
  })

  it('all stop when one of them does', async () => {
    const subscription = noting('one stops', {
      partitions: 3,
      handler: {
        type: 'transaction',
        apply: async (_, events) => {
          if (events.some(({ streamId }) => streamId === 'notebook-1')) throw new Error('not this one')
        },
      },
    })
    await catchUp(log.dependencies, subscription)
    const { rows } = await log.database.pool.query(
      "SELECT status, error FROM subscriptions WHERE name = 'one stops' ORDER BY error NULLS LAST",
    )
    expect(rows.map(({ status }) => status)).toEqual(['stopped', 'stopped', 'stopped'])
    expect(rows.map(({ error }) => error?.split('\n')[0] ?? null)).toEqual([
      'Error: not this one',
      null,
      null,
    ])
  })
})
