import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { note, noting, openFollowedLog, type TestFollowedLog } from '../../testing/followed-log'
import { catchUp } from './catch-up'
import { checkpointOf } from './checkpoints'
import { listSubscriptions } from './list-subscriptions'
import { listParked } from './parked-events'
import { resumeSubscription } from './pause'
import { retryParked } from './retry-parked'
import type { Subscription } from './subscription'

let log: TestFollowedLog
let unreadable: number
let last: number
beforeAll(async () => {
  log = await openFollowedLog()
  await log.append('a', 15)
  unreadable = await log.appendUnreadable('b')
  last = await log.append('a', 9)
})
afterAll(() => log.close())

const poisonous = 7

/** Fails at the poisonous event for as long as `poison` says. */
const sick = (name: string, poison: { isOn: boolean; tries: number }, over: Partial<Subscription> = {}) =>
  noting(name, {
    onPoison: 'skip',
    handler: {
      type: 'transaction',
      apply: async (sql, events) => {
        await note(name)(sql, events)
        if (!events.some(({ position }) => position === poisonous) || !poison.isOn) return
        if (events.length === 1) poison.tries++
        throw new Error('It is poisonous \0')
      },
    },
    ...over,
  })

const positions = async (name: string) => (await log.handled(name)).map(({ position }) => position)
const everythingBut = (...missing: number[]) =>
  Array.from({ length: last }, (_, index) => index + 1).filter((position) => !missing.includes(position))
const parked = (name: string) => listParked(log.database.pool, name, { limit: 10 })
const statusOf = async (name: string) =>
  (await log.database.pool.query('SELECT status, error FROM subscriptions WHERE name = $1', [name])).rows

describe('an event that can not be handled', () => {
  it('is tried five times, parked with its error and passed over', async () => {
    const poison = { isOn: true, tries: 0 }
    await catchUp(log.dependencies, sick('skip', poison))
    expect(poison.tries).toBe(5)
    expect(await positions('skip')).toEqual(everythingBut(poisonous, unreadable))
    expect(await checkpointOf(log.database.pool, 'skip')).toBe(last)
    expect(await parked('skip')).toMatchObject([
      { position: poisonous, streamType: 'notebook', streamId: 'a', attempts: 5 },
      { position: unreadable, streamId: 'b', attempts: 1 },
    ])
    const [first, second] = await parked('skip')
    expect(first?.error).toMatch(/^Error: It is poisonous/)
    expect(second?.error).toMatch(/^UnreadableEvent: .*can't be read/)
    expect(await listParked(log.database.pool, 'skip', { after: poisonous, limit: 10 })).toEqual([second])
    expect(await listSubscriptions(log.database.pool)).toEqual([
      { name: 'skip', partitions: 1, status: 'running', position: last, behind: 0, parked: 2, error: null },
    ])
  })

  it('can be tried again when it was passed over', async () => {
    const poison = { isOn: true, tries: 0 }
    const subscription = sick('again', poison)
    await catchUp(log.dependencies, subscription)
    const retry = (position: number) => retryParked(log.dependencies, subscription, position)
    expect(await retry(poisonous)).toMatchObject({ type: 'failed', error: new Error('It is poisonous \0') })
    expect((await parked('again'))[0]).toMatchObject({ position: poisonous, attempts: 6 })
    poison.isOn = false
    expect(await retry(poisonous)).toEqual({ type: 'resolved' })
    expect(await retry(poisonous)).toEqual({ type: 'notParked' })
    expect(await retry(poisonous + 1)).toEqual({ type: 'notParked' })
    expect(await retry(unreadable)).toMatchObject({ type: 'failed' })
    expect((await positions('again')).sort((a, b) => a - b)).toEqual(everythingBut(unreadable))
    expect((await parked('again')).map(({ position }) => position)).toEqual([unreadable])
  })

  it('stops the subscription that chose so, until it is resumed and handles it', async () => {
    const poison = { isOn: true, tries: 0 }
    const subscription = sick('stop', poison, { onPoison: 'stop' })
    await catchUp(log.dependencies, subscription)
    expect(await positions('stop')).toEqual([1, 2, 3, 4, 5, 6])
    expect(await statusOf('stop')).toMatchObject([
      { status: 'stopped', error: expect.stringMatching('poisonous') },
    ])
    expect(await catchUp(log.dependencies, subscription)).toBe(0)
    expect(poison.tries).toBe(5)
    expect(await retryParked(log.dependencies, subscription, poisonous)).toEqual({ type: 'awaitsResume' })

    await resumeSubscription(log.database.pool, 'stop')
    await catchUp(log.dependencies, subscription)
    expect(await parked('stop')).toMatchObject([{ position: poisonous, attempts: 10 }])

    poison.isOn = false
    await resumeSubscription(log.database.pool, 'stop')
    await catchUp(log.dependencies, subscription)
    expect(await positions('stop')).toEqual(everythingBut().filter((position) => position < unreadable))
    expect((await parked('stop')).map(({ position }) => position)).toEqual([unreadable])
    expect(await checkpointOf(log.database.pool, 'stop')).toBe(unreadable - 1)
  })

  it('is not looked at by a subscription that it is not for', async () => {
    await catchUp(log.dependencies, noting('tagged', { filter: { tags: ['none'] } }))
    expect(await checkpointOf(log.database.pool, 'tagged')).toBe(last)
    expect(await parked('tagged')).toEqual([])
  })

  it('is parked for an effect too', async () => {
    const delivered: number[] = []
    const poison = { isOn: true }
    const subscription = noting('effects', {
      onPoison: 'skip',
      handler: {
        type: 'effect',
        deliver: async (events) => {
          if (poison.isOn && events.some(({ position }) => position === poisonous)) throw 'no error at all'
          delivered.push(...events.map(({ position }) => position))
        },
      },
    })
    await catchUp(log.dependencies, subscription)
    expect(delivered).toEqual(everythingBut(poisonous, unreadable))
    expect((await parked('effects'))[0]).toMatchObject({ position: poisonous, error: 'no error at all' })
    poison.isOn = false
    expect(await retryParked(log.dependencies, subscription, poisonous)).toEqual({ type: 'resolved' })
    expect(delivered.at(-1)).toBe(poisonous)
  })
})

describe('an outage', () => {
  it('parks nothing, however often it is met', async () => {
    const outage = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
    let failures = 7
    const subscription = noting('outage', {
      handler: {
        type: 'transaction',
        apply: async (sql, events) => {
          if (failures-- > 0) throw outage
          await note('outage')(sql, events)
        },
      },
    })
    for (let attempt = 1; attempt <= 7; attempt++) {
      await expect(catchUp(log.dependencies, subscription)).rejects.toThrow(outage)
    }
    await catchUp(log.dependencies, subscription)
    expect(await positions('outage')).toEqual(everythingBut().filter((position) => position < unreadable))
    expect((await parked('outage')).map(({ position }) => position)).toEqual([unreadable])
  })
})
