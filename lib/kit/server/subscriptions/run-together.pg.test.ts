import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eventually } from '../../testing/eventually'
import {
  asOwner,
  note,
  noteRows,
  noting,
  openFollowedLog,
  type TestFollowedLog,
} from '../../testing/followed-log'
import { newEvent, notebookClosed, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { type NotedStatements, noteStatements } from '../../testing/statements'
import { type FollowedLog, followLog } from '../engine/follow-log'
import { withWrittenHere } from '../tail/written-here'
import { checkpointOf } from './checkpoints'
import { listParked } from './parked-events'
import { pauseSubscription, resumeSubscription } from './pause'
import type { Subscription } from './subscription'

let log: TestFollowedLog
let statements: NotedStatements
let last = 0
const followed: FollowedLog[] = []

beforeAll(async () => {
  log = await openFollowedLog()
  statements = noteStatements()
})
beforeEach(async () => {
  last = await log.append('a', 3)
})
afterEach(async () => {
  for (const each of followed.splice(0)) await each.stop()
})
afterAll(async () => {
  statements.stop()
  await log.close()
})

/** Follows the log as a node does; answers how it appends what it needn't read again. */
const follow = async (subscriptions: readonly Subscription[]) => {
  const { pool, store: whole, connection } = log.database
  const { writtenHere, ...store } = withWrittenHere(whole, notebookEvents)
  followed.push(
    await followLog({
      engine: { store, writtenHere },
      pool,
      connection,
      subscriptions,
      log: log.dependencies.log,
    }),
  )
  return async (notebookId: string, count = 1) => {
    const events = Array.from({ length: count }, () => newEvent(noteWritten()))
    const result = await store.append({ stream: notebookStream(notebookId), expectedVersion: 'any', events })
    if (result.type !== 'written') throw new Error(result.type)
    last = result.position
  }
}

const rows = (name: string, over: Partial<Subscription> = {}): Subscription =>
  noting(name, { batchSize: 100, handler: { type: 'rows', write: noteRows(name) }, ...over })

const haveCome = (names: readonly string[], position = last) =>
  eventually(async () => {
    for (const name of names) expect(await checkpointOf(log.database.pool, name)).toBe(position)
  })
const positions = async (name: string) => (await log.handled(name)).map(({ position }) => position)
const everything = (from = 1) => Array.from({ length: last - from + 1 }, (_, index) => from + index)

/** The statements that moved checkpoints of followers while the work was done, and those that read the log. */
const moving = async (work: () => Promise<unknown>) => {
  statements.take()
  await work()
  const taken = statements.take()
  return {
    moves: taken.filter(
      (text) => text.includes('advance_subscriptions') || text.includes('UPDATE subscriptions'),
    ),
    reads: taken.filter(
      (text) => /FROM (events|subscriptions)/.test(text) && !text.startsWith('SELECT name, min('),
    ),
  }
}

/** Do they all go on in one statement, and without reading the log? A look of the tail's own may come between. */
const areTogether = (
  append: (id: string) => Promise<void>,
  names: readonly string[],
  someoneIsAlone = false,
) =>
  eventually(async () => {
    const { moves, reads } = await moving(async () => {
      await append('together')
      await haveCome(names)
    })
    expect(moves).toHaveLength(1)
    if (!someoneIsAlone) expect(reads).toEqual([])
  })

describe('followers at the end of the log', () => {
  it('go on together: one statement for all, and nothing is read that is at hand', async () => {
    const names = ['one', 'two', 'three']
    const append = await follow(names.map((name) => rows(name)))
    await haveCome(names)
    await areTogether(append, names)
    for (const name of names) expect(await positions(name)).toEqual(everything())
  })

  it('each get what their filter lets through, and all come to the end', async () => {
    const tea = rows('tea', { filter: { tags: ['topic:tea'] } })
    const typed = rows('typed', { filter: [{ types: ['NoteWritten'] }, { types: ['NotebookClosed'] }] })
    await follow([tea, typed, rows('all')])
    await haveCome(['tea', 'typed', 'all'])
    const before = last
    last = await log.append('c', 2, { tags: ['topic:tea'] })
    last = await log.append('c', 1, { tags: ['topic:coffee'] })
    await haveCome(['tea', 'typed', 'all'])
    expect(await positions('tea')).toEqual([before + 1, before + 2])
    expect(await positions('typed')).toEqual(await positions('all'))
    expect(await positions('all')).toEqual(everything())
  })

  it('take those along that work in a transaction', async () => {
    const names = ['row', 'transaction']
    const applying = noting('transaction', { batchSize: 100 })
    const append = await follow([rows('row'), applying])
    await haveCome(names)
    await areTogether(append, names)
    for (const name of names) expect(await positions(name)).toEqual(everything())
  })

  it('take an effect along while nothing is for it, and go on without it while it delivers', async () => {
    let delivering: string[] | undefined
    let finish = () => {}
    const effect = noting('effect', {
      filter: { types: ['NotebookClosed'] },
      handler: {
        type: 'effect',
        deliver: async (events) => {
          delivering = events.map(({ eventId }) => eventId)
          await new Promise<void>((resolve) => {
            finish = resolve
          })
          await note('effect')(log.database.pool, events)
        },
      },
    })
    const names = ['beside one', 'beside two']
    const append = await follow([...names.map((name) => rows(name)), effect])
    await haveCome([...names, 'effect'])
    await areTogether(append, [...names, 'effect'])

    const rested = last
    const closing = newEvent(notebookClosed())
    const result = await log.database.store.append({
      stream: notebookStream('closing'),
      expectedVersion: 'any',
      events: [closing],
    })
    last = (result as { position: number }).position
    const closed = last
    await haveCome(names)
    await eventually(() => expect(delivering).toEqual([closing.eventId]))
    await areTogether(append, names, true)
    expect(await checkpointOf(log.database.pool, 'effect')).toBe(rested)

    finish()
    await haveCome([...names, 'effect'])
    await areTogether(append, [...names, 'effect'])
    expect(await positions('effect')).toEqual([closed])
    for (const name of names) expect(await positions(name)).toEqual(everything())
  })

  it('notice that one was moved by hand or paused, while nothing comes', async () => {
    const names = ['moved by hand', 'left alone']
    await follow(names.map((name) => rows(name)))
    await haveCome(names)
    const { pool } = log.database
    await pool.query("DELETE FROM handled WHERE name = 'moved by hand'")
    await pool.query("UPDATE subscriptions SET position = $1 WHERE name = 'moved by hand'", [last - 2])
    await eventually(async () => expect(await positions('moved by hand')).toEqual(everything().slice(-2)))
    expect(await positions('left alone')).toEqual(everything())
  })

  it('read the log for what they are behind by, and what others wrote', async () => {
    const names = ['behind', 'front']
    await follow(names.map((name) => rows(name)))
    await haveCome(names)
    await log.append('many', 700)
    last = await log.append('many', 400)
    await haveCome(names)
    for (const name of names) expect(await positions(name)).toEqual(everything())
  })
})

describe('one that can not go on', () => {
  const poisonous = new Set<number>()
  const check = (events: readonly { position: number }[]) => {
    if (events.some(({ position }) => poisonous.has(position))) throw new Error('poison')
  }
  const kinds: [string, (name: string) => Subscription['handler']][] = [
    [
      'making its rows',
      (name) => ({
        type: 'rows',
        write: async (events) => {
          check(events)
          return noteRows(name)(events)
        },
      }),
    ],
    [
      'writing its rows',
      (name) => ({
        type: 'rows',
        write: async (events) => [
          ...(await noteRows(name)(events)),
          ...(events.some(({ position }) => poisonous.has(position))
            ? [() => 'INSERT INTO handled (nth) VALUES (NULL)']
            : []),
        ],
      }),
    ],
    [
      'in its transaction',
      (name) => ({
        type: 'transaction',
        apply: async (sql, events) => {
          await note(name)(sql, events)
          check(events)
        },
      }),
    ],
  ]

  it.each(kinds)('%s stops alone, and comes back when it is resumed', async (kind, handlerOf) => {
    const [sick, ...healthy] = ['sick', 'healthy', 'well'].map((name) => `${name} ${kind}`) as [
      string,
      ...string[],
    ]
    const append = await follow([
      ...healthy.map((name) => rows(name)),
      noting(sick, { batchSize: 100, handler: handlerOf(sick) }),
    ])
    await haveCome([sick, ...healthy])
    await areTogether(append, [sick, ...healthy])
    poisonous.add(last + 2)
    const before = last + 1
    await append('d', 3)
    await haveCome(healthy)
    await eventually(async () => {
      const parked = await listParked(log.database.pool, sick, { limit: 5 })
      expect(parked.map(({ position }) => position)).toEqual([before + 1])
    })
    await areTogether(append, healthy, true)
    expect(await checkpointOf(log.database.pool, sick)).toBe(before)
    poisonous.clear()
    await resumeSubscription(log.database.pool, sick)
    await haveCome([sick])
    await areTogether(append, [sick, ...healthy])
    for (const name of [sick, ...healthy]) expect(await positions(name)).toEqual(everything())
    expect(await listParked(log.database.pool, sick, { limit: 5 })).toEqual([])
  })

  it('since it is paused stays where it is while the others go on', async () => {
    const names = ['pausing', 'going on']
    const append = await follow(names.map((name) => rows(name)))
    await haveCome(names)
    await areTogether(append, names)
    await pauseSubscription(log.database.pool, 'pausing')
    const rested = last
    await append('e', 2)
    await haveCome(['going on'])
    expect(await checkpointOf(log.database.pool, 'pausing')).toBe(rested)
    await resumeSubscription(log.database.pool, 'pausing')
    await haveCome(names)
    await areTogether(append, names)
    for (const name of names) expect(await positions(name)).toEqual(everything())
  })

  it('since it was moved meanwhile goes on from there', async () => {
    const names = ['moved', 'unmoved']
    const append = await follow(names.map((name) => rows(name)))
    await haveCome(names)
    await areTogether(append, names)
    await asOwner(
      log.database.ownerUrl,
      `UPDATE subscriptions SET position = position - 1 WHERE name = 'moved'`,
    )
    const again = last
    await append('f')
    await haveCome(names)
    expect(await positions('unmoved')).toEqual(everything())
    expect((await positions('moved')).filter((position) => position === again)).toEqual([again, again])
  })

  it('past an event that can not be read stops, and only if that is for it', async () => {
    const reading = rows('reading')
    const tea = rows('reading of tea', { filter: { tags: ['topic:tea'] } })
    const append = await follow([reading, tea])
    await haveCome(['reading', 'reading of tea'])
    await areTogether(append, ['reading', 'reading of tea'])
    const unreadable = await log.appendUnreadable('g')
    await append('g')
    await haveCome(['reading of tea'])
    await eventually(async () => {
      const [parked] = await listParked(log.database.pool, 'reading', { limit: 5 })
      expect(parked?.position).toBe(unreadable)
    })
    expect(await checkpointOf(log.database.pool, 'reading')).toBe(unreadable - 1)
    // Others in this file have to read on.
    await asOwner(
      log.database.ownerUrl,
      'UPDATE subscriptions SET position = (SELECT position FROM log_head)',
    )
  })
})
