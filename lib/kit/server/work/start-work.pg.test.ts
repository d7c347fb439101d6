import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from '../../testing/eventually'
import { openFollowedLog, type TestFollowedLog } from '../../testing/followed-log'
import { noteStatements } from '../../testing/statements'
import { doWrites } from '../postgres/write'
import type { Wakeable } from '../tail/wakeable'
import { forget, retryNow } from './by-hand'
import { dequeuing } from './dequeue'
import { enqueue, enqueueing } from './enqueue'
import { countWaiting, listWaiting } from './list-waiting'
import { PermanentFailure } from './retries'
import { startWork, type WorkOptions } from './start-work'
import type { DueWork, NewWork } from './work'

let log: TestFollowedLog
const started: Wakeable[] = []

beforeAll(async () => {
  log = await openFollowedLog()
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((work) => work.stop()))
})
afterAll(() => log.close())

const work = (id: string, over: Partial<NewWork> = {}): NewWork => ({
  id,
  key: id,
  position: 1,
  payload: { of: id },
  ...over,
})
const add = (queue: string, ...all: NewWork[]) => enqueue(log.database.pool, queue, all)
const waiting = (queue: string) => countWaiting(log.database.pool, queue)

const quickly = { tries: 3, restMs: () => 1 }

const start = (queue: string, run: WorkOptions['run'], over: Partial<WorkOptions> = {}): Wakeable => {
  const begun = startWork({
    sql: log.database.pool,
    leases: log.node(),
    queue,
    run,
    retries: quickly,
    log: log.dependencies.log,
    ...over,
  })
  started.push(begun)
  return begun
}

/** Does work that fails for some, and notes down what it was given. */
const noting = (isBroken: (id: string) => boolean = () => false) => {
  const tried: string[] = []
  const done: string[] = []
  return {
    tried,
    done,
    run: async ({ id }: DueWork) => {
      tried.push(id)
      if (isBroken(id)) throw new Error(`${id} is broken`)
      done.push(id)
    },
  }
}

const isEmpty = (queue: string) =>
  eventually(async () => expect(await waiting(queue)).toEqual({ waiting: 0, parked: 0 }))

describe('waiting work', () => {
  it('is done once, however often it was asked for, and is gone then', async () => {
    const { done, run } = noting()
    await add('once', work('a'), work('b'), work('a', { position: 2 }))
    await add('once', work('b', { payload: { of: 'another' } }))
    expect(await listWaiting(log.database.pool, 'once', { limit: 5 })).toMatchObject([
      { id: 'a', position: 1, payload: { of: 'a' }, attempts: 0, error: null, parkedAt: null },
      { id: 'b', payload: { of: 'b' } },
    ])
    start('once', run)
    await isEmpty('once')
    expect(done.sort()).toEqual(['a', 'b'])
  })

  it('is done when its time has come, and not before', async () => {
    const late: number[] = []
    const { rows } = await log.database.pool.query<{ at: Date }>(`SELECT now() + interval '1.2 s' AS at`)
    const at = rows[0]?.at as Date
    await add('later', work('a', { dueAt: at.toISOString() }), work('b', { dueAt: '2999-01-01T00:00:00Z' }))
    start('later', async () => {
      late.push(Date.now() - at.getTime())
    })
    await eventually(async () => expect(await waiting('later')).toEqual({ waiting: 1, parked: 0 }))
    expect(late).toHaveLength(1)
    expect(late[0]).toBeGreaterThanOrEqual(0)
  })

  it('is begun ahead of its time by one look, and each at its own time', async () => {
    const late: number[] = []
    const at = Date.now() + 300
    const dueAt = (nth: number) => new Date(at + nth * 10).toISOString()
    const all = Array.from({ length: 50 }, (_, nth) =>
      work(`${nth}`, { dueAt: dueAt(nth), payload: { at: at + nth * 10 } }),
    )
    await add('ahead', ...all, work('never', { dueAt: '2999-01-01T00:00:00Z' }))
    const statements = noteStatements()
    const run: WorkOptions['run'] = async ({ payload }) => {
      late.push(Date.now() - (payload as { at: number }).at)
    }
    start('ahead', run, { beginsAhead: true, atOnce: 4 })
    await eventually(async () => expect(await waiting('ahead')).toEqual({ waiting: 1, parked: 0 }))
    const looks = statements.take().filter((text) => text.includes('AS "dueInMs"'))
    statements.stop()
    expect(late).toHaveLength(all.length)
    expect(Math.min(...late)).toBeGreaterThanOrEqual(0)
    // One for each second, not one for each of them.
    expect(looks.length).toBeLessThan(10)
  })

  it('that was to begin ahead begins no more once it stops', async () => {
    const { tried, run } = noting()
    const soon = new Date(Date.now() + 600).toISOString()
    await add('left', work('a'), work('b', { dueAt: soon }))
    const node = start('left', run, { beginsAhead: true })
    await eventually(async () => expect(await waiting('left')).toEqual({ waiting: 1, parked: 0 }))
    await node.stop()
    start('left', run, { beginsAhead: true })
    await isEmpty('left')
    expect(tried).toEqual(['a', 'b'])
  })

  it('that fails is tried again, then parked, and tried anew when a person says so', async () => {
    let isBroken = true
    const { tried, done, run } = noting((id) => isBroken && id === 'bad')
    await add('retried', work('bad'), work('good'))
    start('retried', run)
    await eventually(async () => expect(await waiting('retried')).toEqual({ waiting: 1, parked: 1 }))
    expect(tried.filter((id) => id === 'bad')).toHaveLength(quickly.tries)
    expect(done).toEqual(['good'])
    const [parked] = await listWaiting(log.database.pool, 'retried', { isParked: true, limit: 5 })
    expect(parked).toMatchObject({ id: 'bad', attempts: quickly.tries })
    expect(parked?.error).toContain('bad is broken')

    isBroken = false
    expect(await retryNow(log.database.pool, 'retried')).toBe(1)
    await isEmpty('retried')
    expect(done).toEqual(['good', 'bad'])
  })

  it('is parked at once where it would fail again', async () => {
    let tries = 0
    await add('hopeless', work('a'))
    start('hopeless', async () => {
      tries++
      throw new PermanentFailure('No such mailbox')
    })
    await eventually(async () => expect(await waiting('hopeless')).toEqual({ waiting: 1, parked: 1 }))
    expect(tries).toBe(1)
    expect(await forget(log.database.pool, 'hopeless', 'a')).toBe(true)
    expect(await forget(log.database.pool, 'hopeless', 'a')).toBe(false)
    expect(await waiting('hopeless')).toEqual({ waiting: 0, parked: 0 })
  })

  it('goes into a queue and out of it with the rows of followers', async () => {
    await doWrites(log.database.pool, enqueueing('rows', [work('a'), work('b')]))
    await doWrites(log.database.pool, [...dequeuing('rows', ['a']), ...enqueueing('rows', [work('c')])])
    await doWrites(log.database.pool, [...dequeuing('rows', []), ...enqueueing('rows', [])])
    const left = await listWaiting(log.database.pool, 'rows', { limit: 5 })
    expect(left.map(({ id }) => id)).toEqual(['b', 'c'])
    const [first] = left
    const next = await listWaiting(log.database.pool, 'rows', { after: first, limit: 5 })
    expect(next.map(({ id }) => id)).toEqual(['c'])
  })
})

describe('a queue that keeps an order', () => {
  it('does of each key one after another, and not past what is parked; no key waits for another', async () => {
    let isBroken = true
    const { done, run } = noting((id) => isBroken && id === 'a2')
    const all = ['a', 'b'].flatMap((key) =>
      [3, 1, 2].map((position) => work(`${key}${position}`, { key, position })),
    )
    await add('ordered', ...all)
    start('ordered', run, { isOrdered: true })
    await eventually(async () => expect(await waiting('ordered')).toEqual({ waiting: 2, parked: 1 }))
    expect(done.filter((id) => id.startsWith('a'))).toEqual(['a1'])
    expect(done.filter((id) => id.startsWith('b'))).toEqual(['b1', 'b2', 'b3'])

    isBroken = false
    expect(await retryNow(log.database.pool, 'ordered', 'a2')).toBe(1)
    await isEmpty('ordered')
    expect(done.filter((id) => id.startsWith('a'))).toEqual(['a1', 'a2', 'a3'])
  })

  it('never has two of one key under way', async () => {
    const underWay = new Map<string, number>()
    let most = 0
    const keys = ['a', 'b', 'c']
    const all = Array.from({ length: 60 }, (_, nth) =>
      work(`${nth}`, { key: keys[nth % keys.length] as string, position: nth }),
    )
    await add('apart', ...all)
    start(
      'apart',
      async ({ key }) => {
        underWay.set(key, (underWay.get(key) ?? 0) + 1)
        expect(underWay.get(key)).toBe(1)
        most = Math.max(
          most,
          [...underWay.values()].reduce((sum, count) => sum + count, 0),
        )
        await new Promise((resolve) => setImmediate(resolve))
        underWay.set(key, 0)
      },
      { isOrdered: true },
    )
    await isEmpty('apart')
    expect(most).toBeGreaterThan(1)
  })
})

describe('when the other side is down', () => {
  class Refused extends Error {}

  it('nothing is parked and no try counts; one at a time is tried until it is back', async () => {
    let isBack = false
    const { tried, done, run } = noting()
    await add('down', ...Array.from({ length: 30 }, (_, nth) => work(`${nth}`)))
    start(
      'down',
      async (each) => {
        if (isBack) return run(each)
        tried.push(each.id)
        throw new Refused('Nobody listens there')
      },
      { atOnce: 4, isDown: (error) => error instanceof Refused },
    )
    // Four at a time until it is known, and then one with a rest before each.
    await eventually(() => expect(tried.length).toBeGreaterThan(5))
    expect(tried.length).toBeLessThan(20)
    expect(await waiting('down')).toEqual({ waiting: 30, parked: 0 })
    const all = await listWaiting(log.database.pool, 'down', { limit: 30 })
    expect(all.map(({ attempts }) => attempts)).toEqual(all.map(() => 0))
    isBack = true
    await isEmpty('down')
    expect(new Set(done).size).toBe(30)
  })
})

describe('among several nodes', () => {
  it('one does the work, and another when that one leaves', async () => {
    const doneBy: string[] = []
    const nodes = ['one', 'two'].map((node) =>
      start('shared', async () => {
        doneBy.push(node)
      }),
    )
    await add('shared', work('a'), work('b'), work('c'))
    await isEmpty('shared')
    expect(new Set(doneBy).size).toBe(1)
    await nodes[doneBy[0] === 'one' ? 0 : 1]?.stop()
    await add('shared', work('d'))
    await isEmpty('shared')
    expect(new Set(doneBy).size).toBe(2)
    expect(doneBy).toHaveLength(4)
  })

  it('what is under way when it stops is waited for, and noted down', async () => {
    let finish = () => {}
    let isBegun = false
    const node = start('stopping', async () => {
      isBegun = true
      await new Promise<void>((resolve) => {
        finish = resolve
      })
    })
    await add('stopping', work('a'))
    await eventually(() => expect(isBegun).toBe(true))
    const stopped = node.stop()
    finish()
    await stopped
    expect(await waiting('stopping')).toEqual({ waiting: 0, parked: 0 })
  })
})
