import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import pino from 'pino'
import { io } from 'socket.io-client'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { testAppConnection } from '../../testing/connections'
import { eventually } from '../../testing/eventually'
import { member } from '../../testing/member'
import { newEvent, notebookOpened } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents, notebookTypes } from '../../testing/notebook/notebook-events'
import { notebookPolicy } from '../../testing/notebook/policy'
import { shelfStream } from '../../testing/notebook/shelf'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import type { Identity } from '../../wire/identity'
import type { LookersMessage, SubscribeAnswer } from '../../wire/socket'
import { createAccess } from '../access/access'
import type { Credentials } from '../http/caller'
import { defaultLimits } from '../limits/limits'
import { startLive } from './live'
import { startPresence } from './presence'

const log = pino({ level: 'silent' })
const beatMs = 100
const people = new Map(
  (['ann', 'bob', 'sue', 'tom'] as const).map((userId): [string, Identity] => [
    userId,
    member(userId, userId === 'sue' || userId === 'tom' ? 'staff' : 'member'),
  ]),
)

let database: TestDatabase
const undo: (() => unknown)[] = []

beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  return () => database.close()
})
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** A node with a pool of its own, which `cutOff` takes away: to the others it is as if it had been killed. */
const startNode = async () => {
  const http = createServer()
  const connection = testAppConnection(database.ownerUrl)
  const pool = new pg.Pool({ ...connection, max: 2 })
  const presence = startPresence({ pool, connection, log, beatMs })
  const identify = async ({ authorization = '' }: Credentials) => people.get(authorization)
  // How a flood is told is looked at here, not that its socket is dropped.
  const limits = { ...defaultLimits.sockets, messages: 10_000, messagesPerPerson: 10_000 }
  const live = startLive({
    http,
    store: database.store,
    types: notebookTypes,
    access: createAccess({ store: database.store, types: notebookTypes, policy: notebookPolicy }),
    identify,
    presence,
    limits,
    log,
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const cutOff = () => pool.ended || pool.end()
  undo.push(async () => {
    await live.close()
    await presence.stop().catch(() => undefined)
    await cutOff()
    await new Promise((resolve) => http.close(resolve))
  })
  return { port: (http.address() as AddressInfo).port, cutOff }
}

const open = async (notebookId: string) => {
  await database.store.append({
    stream: notebookStream(notebookId),
    expectedVersion: 0,
    events: [newEvent(notebookOpened('ann'))],
  })
  return notebookId
}

/** Somebody's tab: subscribes a notebook, and looks. */
const visit = (userId: string, { port }: { port: number }, notebookId: string, streamType = 'notebook') => {
  const ref = { streamType, streamId: notebookId }
  const socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    extraHeaders: { authorization: userId },
    forceNew: true,
  })
  undo.push(() => socket.disconnect())
  const messages: LookersMessage[] = []
  socket.on('lookers', (message: LookersMessage, receipt: () => void) => {
    messages.push(message)
    receipt()
  })
  return {
    socket,
    messages,
    subscribe: () => socket.emitWithAck('subscribe', { ...ref, afterVersion: 0 }) as Promise<SubscribeAnswer>,
    look: (version: number | null = null) => socket.emit('look', { ...ref, version }),
    seen: () =>
      messages.at(-1)?.lookers.map(({ who, version }) => `${who.name ?? who.kind} ${version ?? 'live'}`),
  }
}

describe('who looks at a stream', () => {
  it('is seen on every node, with names to staff alone', async () => {
    const notebookId = await open('seen')
    const [one, two] = await Promise.all([startNode(), startNode()])
    const ann = visit('ann', one, notebookId)
    const sue = visit('sue', two, notebookId)
    await ann.subscribe()
    await sue.subscribe()
    ann.look()
    sue.look(1)
    await eventually(() => expect(ann.seen()).toEqual(['staff 1']))
    await eventually(() => expect(sue.seen()).toEqual(['member live']))
    const tom = visit('tom', one, notebookId)
    await tom.subscribe()
    tom.look()
    await eventually(() => expect(tom.seen()?.toSorted()).toEqual(['member live', 'sue 1']))
    ann.look(0)
    await eventually(() => expect(sue.seen()?.toSorted()).toEqual(['member 0', 'tom live']))
    tom.socket.emit('leaveLook', { streamType: 'notebook', streamId: notebookId })
    await eventually(() => expect(sue.seen()).toEqual(['member 0']))
    ann.socket.disconnect()
    await eventually(() => expect(sue.seen()).toEqual([]))
  })

  it('is told apart by the type of the stream, over nodes', async () => {
    const id = await open('alike')
    const labelled = newEvent(notebookOpened(), {
      type: 'ShelfLabelled',
      schemaVersion: 1,
      data: { label: 'Upper' },
    })
    await database.store.append({ stream: shelfStream(id), expectedVersion: 0, events: [labelled] })
    const [one, two] = await Promise.all([startNode(), startNode()])
    const [sue, tom, ann] = [
      visit('sue', one, id, 'shelf'),
      visit('tom', two, id, 'shelf'),
      visit('ann', two, id),
    ]
    for (const each of [sue, tom, ann]) expect(await each.subscribe()).toEqual({ type: 'subscribed' })
    for (const each of [sue, tom, ann]) each.look()
    await eventually(() => expect(sue.seen()).toEqual(['tom live']))
    await eventually(() => expect(tom.seen()).toEqual(['sue live']))
    expect(sue.messages.every(({ streamType, streamId }) => streamType === 'shelf' && streamId === id)).toBe(
      true,
    )
    expect(ann.seen() ?? []).toEqual([])
  })

  it('is told to nobody who may not see the stream, and of nobody who may not', async () => {
    const notebookId = await open('closed')
    const node = await startNode()
    const sue = visit('sue', node, notebookId)
    const bob = visit('bob', node, notebookId)
    expect(await bob.subscribe()).toEqual({ type: 'refused', code: 'StreamNotFound' })
    bob.look()
    // A look that comes before the subscription counts from then on.
    sue.look(1)
    await sue.subscribe()
    const ann = visit('ann', node, notebookId)
    await ann.subscribe()
    ann.look()
    await eventually(() => expect(sue.seen()).toEqual(['member live']))
    await eventually(() => expect(ann.seen()).toEqual(['staff 1']))
    expect(bob.messages).toEqual([])
    ann.socket.emit('unsubscribe', { streamType: 'notebook', streamId: notebookId })
    await eventually(() => expect(sue.seen()).toEqual([]))
  })

  it('is forgotten when their node is gone', async () => {
    const notebookId = await open('gone')
    const [one, two] = await Promise.all([startNode(), startNode()])
    const ann = visit('ann', one, notebookId)
    const sue = visit('sue', two, notebookId)
    await ann.subscribe()
    await sue.subscribe()
    ann.look()
    sue.look()
    await eventually(() => expect(ann.seen()).toEqual(['staff live']))
    await eventually(() => expect(sue.seen()).toEqual(['member live']))
    await one.cutOff()
    await eventually(() => expect(sue.seen()).toEqual([]))
    expect(ann.seen()).toEqual(['staff live'])
  })

  it('is known to a node that starts later, and again after its listener was killed', async () => {
    const notebookId = await open('later')
    const one = await startNode()
    const ann = visit('ann', one, notebookId)
    await ann.subscribe()
    ann.look(1)
    await eventually(() => expect(ann.socket.connected).toBe(true))
    const two = await startNode()
    const sue = visit('sue', two, notebookId)
    await sue.subscribe()
    sue.look()
    await eventually(() => expect(sue.seen()).toEqual(['member 1']))
    await database.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN%'`)
    ann.look(0)
    await eventually(() => expect(sue.seen()).toEqual(['member 0']))
  })

  it('tells a flood of moves by its last place, here and elsewhere', async () => {
    const notebookId = await open('flood')
    const [one, two] = await Promise.all([startNode(), startNode()])
    const heard: string[] = []
    const spy = new pg.Client({ connectionString: database.ownerUrl })
    await spy.connect()
    undo.push(() => spy.end())
    spy.on('notification', ({ payload = '' }) => heard.push(payload))
    const ann = visit('ann', one, notebookId)
    const sue = visit('sue', two, notebookId)
    const tom = visit('tom', one, notebookId)
    for (const each of [ann, sue, tom]) {
      await each.subscribe()
      each.look()
    }
    await eventually(() => expect(sue.seen()).toHaveLength(2))
    await eventually(() => expect(tom.seen()).toHaveLength(2))
    await spy.query('LISTEN presence')
    const before = [sue.messages.length, tom.messages.length] as const
    const started = performance.now()
    for (let version = 0; version <= 5_000; version++) ann.look(version)
    await eventually(() => expect(sue.seen()).toContain('member 5000'))
    await eventually(() => expect(tom.seen()).toContain('member 5000'))
    const ticks = Math.ceil((performance.now() - started) / 100) + 2
    expect(heard.length).toBeLessThan(2 * ticks + 10)
    expect(sue.messages.length - before[0]).toBeLessThan(ticks)
    expect(tom.messages.length - before[1]).toBeLessThan(ticks)
  })
})
