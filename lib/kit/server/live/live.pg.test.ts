import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import pino from 'pino'
import { io } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../events/recorded-event'
import { testAppConnection } from '../../testing/connections'
import { eventually } from '../../testing/eventually'
import { member } from '../../testing/member'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents, notebookTypes } from '../../testing/notebook/notebook-events'
import { notebookPolicy } from '../../testing/notebook/policy'
import { shelfStream } from '../../testing/notebook/shelf'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import type { SubscribeAnswer, WatchAnswer } from '../../wire/socket'
import { createAccess } from '../access/access'
import type { Credentials } from '../http/caller'
import { type Listener, listen } from '../tail/listen'
import { createRecentEvents } from '../tail/recent-events'
import { startTail } from '../tail/tail'
import type { Wakeable } from '../tail/wakeable'
import { type Live, startLive } from './live'
import { type Presence, startPresence } from './presence'

const log = pino({ level: 'silent' })
const people = new Map([member('ann'), member('bob'), member('sue', 'staff')].map((who) => [who.userId, who]))

interface Node {
  readonly http: Server
  readonly live: Live
  readonly presence: Presence
  readonly tail: Wakeable
  readonly listener: Listener
}

const startNode = async (port = 0): Promise<Node> => {
  const http = createServer()
  const identify = async ({ authorization = '' }: Credentials) => people.get(authorization)
  const connection = testAppConnection(database.ownerUrl)
  const presence = startPresence({ pool: database.pool, connection, log })
  const live = startLive({
    http,
    store: database.store,
    types: notebookTypes,
    access: createAccess({ store: database.store, types: notebookTypes, policy: notebookPolicy }),
    identify,
    presence,
    log,
  })
  const from = await database.store.headPosition()
  const tail = startTail({
    store: database.store,
    recent: createRecentEvents(from),
    pollMs: 60_000,
    onEvents: live.publish,
    log,
  })
  const listener = listen(connection, 'events_appended', tail.wake, log)
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  return { http, live, presence, tail, listener }
}

const stopNode = async ({ http, live, presence, tail, listener }: Node) => {
  await live.close()
  await presence.stop()
  await Promise.all([listener.stop(), tail.stop(), new Promise((resolve) => http.close(resolve))])
}

const portOf = (node: Node) => (node.http.address() as AddressInfo).port

let database: TestDatabase
let one: Node
let two: Node
const sockets: { disconnect: () => void }[] = []

beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
  one = await startNode()
  two = await startNode()
})
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.disconnect()
})
afterAll(async () => {
  await Promise.all([stopNode(one), stopNode(two)])
  await database.close()
})

const connect = (userId: string, port: number) => {
  const socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    extraHeaders: { authorization: userId },
    reconnectionDelay: 20,
    reconnectionDelayMax: 50,
    forceNew: true,
  })
  sockets.push(socket)
  const versions: number[] = []
  const types = new Set<string>()
  const opened: string[] = []
  const grown: string[] = []
  const follow = (notebookId: string, streamType = 'notebook') =>
    socket.emitWithAck('subscribe', {
      streamType,
      streamId: notebookId,
      afterVersion: versions.at(-1) ?? 0,
    }) as Promise<SubscribeAnswer>
  socket.on('events', (message: { events: RecordedEvent[] }) => {
    versions.push(...message.events.map((event) => event.version))
    for (const { type } of message.events) types.add(type)
  })
  socket.on('keepUp', (receipt: () => void) => receipt())
  socket.on('streamOpened', ({ streamId }: { streamId: string }) => opened.push(streamId))
  socket.on('storyGrew', ({ correlationId }: { correlationId: string }) => grown.push(correlationId))
  const watch = (correlationId: string) =>
    socket.emitWithAck('watchStory', { correlationId }) as Promise<WatchAnswer>
  const positions: number[] = []
  socket.on('typeGrew', ({ position }: { position: number }) => positions.push(position))
  const watchType = (streamType: string) =>
    socket.emitWithAck('watchType', { streamType }) as Promise<WatchAnswer>
  return { socket, versions, types, opened, grown, positions, follow, watch, watchType }
}

const create = (notebookId: string, owner: string, notes = 0) =>
  database.store.append({
    stream: notebookStream(notebookId),
    expectedVersion: 0,
    events: [
      newEvent(notebookOpened(owner)),
      ...Array.from({ length: notes }, () => newEvent(noteWritten())),
    ],
  })

const add = (notebookId: string) =>
  database.store.append({
    stream: notebookStream(notebookId),
    expectedVersion: 'any',
    events: [newEvent(noteWritten())],
  })

const labelled = () =>
  newEvent(noteWritten(), {
    type: 'ShelfLabelled',
    schemaVersion: 1,
    data: { label: 'Upper' },
  })

const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

describe('live streams', () => {
  it('sends what was missed, then what happens, on every node', async () => {
    await create('shared', 'ann', 2)
    const here = connect('ann', portOf(one))
    const there = connect('ann', portOf(two))
    expect(await here.follow('shared')).toEqual({ type: 'subscribed' })
    await there.follow('shared')
    await Promise.all(Array.from({ length: 30 }, () => add('shared')))
    await eventually(() => expect(here.versions).toEqual(upTo(33)))
    await eventually(() => expect(there.versions).toEqual(upTo(33)))
  })

  it('sends more than a page of missed events in order while new ones happen', async () => {
    await create('long', 'ann', 1_200)
    const { follow, versions } = connect('ann', portOf(one))
    const adding = Promise.all(Array.from({ length: 20 }, () => add('long')))
    await follow('long')
    await adding
    await eventually(() => expect(versions).toHaveLength(1_221))
    expect(versions).toEqual(upTo(1_221))
  })

  it('lets only the owner and staff in', async () => {
    await create('private', 'ann')
    const refused = { type: 'refused', code: 'StreamNotFound' }
    expect(await connect('bob', portOf(one)).follow('private')).toEqual(refused)
    expect(await connect('nobody', portOf(one)).follow('private')).toEqual(refused)
    expect(await connect('ann', portOf(one)).follow('no-such-notebook')).toEqual(refused)
    expect(await connect('sue', portOf(one)).follow('private')).toEqual({ type: 'subscribed' })
  })

  it('refuses what it cannot read, and lives on', async () => {
    const { socket } = connect('ann', portOf(one))
    for (const payload of [
      null,
      7,
      {},
      { notebookId: 'a', afterVersion: 0 },
      { streamType: 'notebook', streamId: '../x', afterVersion: 0 },
      { streamType: 'notebook', streamId: 'a', afterVersion: -1 },
    ]) {
      expect(await socket.emitWithAck('subscribe', payload)).toEqual({ type: 'refused', code: 'Malformed' })
    }
    socket.emit('subscribe')
    socket.emit('unsubscribe', { streamType: 'notebook', streamId: 7 })
    await create('after-odd', 'ann')
    expect(await connect('ann', portOf(one)).follow('after-odd')).toEqual({ type: 'subscribed' })
  })

  it('tells a person of a notebook they opened elsewhere', async () => {
    const ann = connect('ann', portOf(one))
    const bob = connect('bob', portOf(one))
    await eventually(() => expect(ann.socket.connected && bob.socket.connected).toBe(true))
    await create('opened', 'ann')
    await eventually(() => expect(ann.opened).toEqual(['opened']))
    expect(bob.opened).toEqual([])
  })

  it('follows a stream of any type, apart from one of another type with the same id', async () => {
    const shelf = shelfStream('same')
    const list = () => database.store.append({ stream: shelf, expectedVersion: 'any', events: [labelled()] })
    await create('same', 'ann')
    await list()
    const sue = connect('sue', portOf(one))
    const ann = connect('ann', portOf(two))
    expect(await sue.follow('same', 'shelf')).toEqual({ type: 'subscribed' })
    expect(await ann.follow('same')).toEqual({ type: 'subscribed' })
    await list()
    await list()
    await add('same')
    await eventually(() => expect(sue.versions).toEqual(upTo(3)))
    await eventually(() => expect(ann.versions).toEqual(upTo(2)))
    expect(sue.types).toEqual(new Set(['ShelfLabelled']))
    const refused = { type: 'refused', code: 'StreamNotFound' }
    expect(await connect('ann', portOf(one)).follow('same', 'shelf')).toEqual(refused)
    expect(await connect('sue', portOf(one)).follow('same', 'letter')).toEqual(refused)
  })

  it('tells that a story grew, to who sees what it grew by, on every node', async () => {
    const owners = ['ann', 'bob'] as const
    const told = (owner: (typeof owners)[number], correlationId: string) => {
      const { metadata, ...event } = newEvent(notebookOpened(owner))
      const events = [{ ...event, metadata: { ...metadata, correlationId } }]
      const stream = notebookStream(`${correlationId}-of-${owner}`)
      return database.store.append({ stream, expectedVersion: 0, events })
    }
    const [ann, bob, nobody] = [
      connect('ann', portOf(one)),
      connect('bob', portOf(two)),
      connect('nobody', portOf(one)),
    ]
    expect(await ann.watch('told')).toEqual({ type: 'watching' })
    expect(await bob.watch('told')).toEqual({ type: 'watching' })
    expect(await nobody.watch('told')).toEqual({ type: 'refused', code: 'Unidentified' })
    expect(await ann.watch('../x')).toEqual({ type: 'refused', code: 'Malformed' })
    await told('ann', 'told')
    await told('bob', 'untold')
    await eventually(() => expect(ann.grown).toEqual(['told']))
    await told('bob', 'told')
    await eventually(() => expect(bob.grown).toEqual(['told']))

    // One at a time, and none once it is left.
    await ann.watch('another')
    ann.socket.emit('unwatchStory', { correlationId: 'told' })
    await told('ann', 'another')
    await eventually(() => expect(ann.grown).toEqual(['told', 'another']))
    expect([bob.grown, nobody.grown]).toEqual([['told'], []])
  })

  it('tells that a type grew and how far, to who sees what it grew by', async () => {
    const [ann, bob, nobody] = [
      connect('ann', portOf(one)),
      connect('bob', portOf(two)),
      connect('nobody', portOf(one)),
    ]
    expect(await ann.watchType('notebook')).toEqual({ type: 'watching' })
    expect(await bob.watchType('notebook')).toEqual({ type: 'watching' })
    expect(await nobody.watchType('notebook')).toEqual({ type: 'refused', code: 'Unidentified' })
    expect(await ann.watchType('../x')).toEqual({ type: 'refused', code: 'Malformed' })
    await create('first-of-a-type', 'ann')
    await eventually(() => expect(ann.positions).toHaveLength(1))
    await create('second-of-a-type', 'bob')
    await eventually(() => expect(bob.positions).toHaveLength(1))
    expect(bob.positions[0]).toBe(await database.store.headPosition())
    expect([ann.positions.length, nobody.positions]).toEqual([1, []])

    // One at a time, and none once it is left.
    await ann.watchType('shelf')
    bob.socket.emit('unwatchType', { streamType: 'notebook' })
    await create('third-of-a-type', 'bob')
    await bob.watchType('notebook')
    await create('fourth-of-a-type', 'bob')
    await eventually(() => expect(bob.positions).toHaveLength(2))
    expect(ann.positions).toHaveLength(1)
  })

  it('goes on after the connection that listens was killed', async () => {
    await create('unheard', 'ann')
    const { follow, versions } = connect('ann', portOf(one))
    await follow('unheard')
    const owner = new pg.Client({ connectionString: database.ownerUrl })
    await owner.connect()
    await owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'LISTEN%'`)
    await owner.end()
    await add('unheard')
    await eventually(() => expect(versions).toEqual([1, 2]))
  })

  it('goes on after the server was started anew, without a gap or a double', async () => {
    await create('restarted', 'ann', 3)
    let node = await startNode()
    const port = portOf(node)
    const { socket, follow, versions } = connect('ann', port)
    socket.on('connect', () => void follow('restarted'))
    await eventually(() => expect(versions).toEqual(upTo(4)))
    await stopNode(node)
    await add('restarted')
    node = await startNode(port)
    await add('restarted')
    await eventually(() => expect(versions).toEqual(upTo(6)))
    await stopNode(node)
  })
})
