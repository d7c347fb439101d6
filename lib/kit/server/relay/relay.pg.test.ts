import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Broker } from '../../testing/brokers/broker'
import { createNats, natsMessages } from '../../testing/brokers/nats'
import { askRedis, createRedis, redisEntries } from '../../testing/brokers/redis'
import { eventually } from '../../testing/eventually'
import { openFollowedLog, type TestFollowedLog } from '../../testing/followed-log'
import { type HookReceiver, startHookReceiver } from '../../testing/hook-receiver'
import { newEvent, notebookClosed, notebookSent } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { hasNothingWaiting, hasReached, startTestRelay, targetsOf, waitingFor } from '../../testing/relay'
import { freePort } from '../postgres/cluster/port'
import { createRelay } from './relay'
import { steer } from './steer'
import { targetStates } from './target-states'
import { waitingEvents } from './waiting-events'

const secrets = [`whsec_${randomBytes(24).toString('base64')}`]

let log: TestFollowedLog
let nats: Broker
let redis: Broker
let hook: HookReceiver
const relays: ReturnType<typeof startTestRelay>[] = []

beforeAll(async () => {
  ;[log, nats, redis, hook] = await Promise.all([
    openFollowedLog(),
    createNats(),
    createRedis(),
    startHookReceiver(),
  ])
  await Promise.all([nats.start(), redis.start()])
})
afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()))
  hook.answer()
  hook.asked.length = 0
})
afterAll(async () => {
  await log.close()
  await Promise.all([nats.close(), redis.close(), hook.close()])
})

const start = (targets: Readonly<Record<string, object>>) => {
  const relay = startTestRelay(log, targetsOf(targets))
  relays.push(relay)
  return relay
}

const from = () => log.database.store.headPosition()
const toNats = (stream: string, over: object = {}) => ({
  type: 'nats',
  servers: [nats.url],
  stream,
  subject: `of.${stream}`,
  ...over,
})
const toRedis = (stream: string, over: object = {}) => ({ type: 'redis', url: redis.url, stream, ...over })
const toHook = (over: object = {}) => ({ type: 'webhook', url: hook.url, secrets, timeoutMs: 1_000, ...over })

const steering = (name: string, request: Parameters<typeof steer>[2]) =>
  steer({ sql: log.database.pool, store: log.database.store }, name, request)
const stateOf = async (name: string, target: object) =>
  (await targetStates(log.database.pool, targetsOf({ [name]: target })))[0]

/** The ids of the log's events after a position, in its order. */
const idsAfter = async (position: number) =>
  (await log.database.store.readAll({ after: position, limit: 1_000 })).map(({ eventId }) => eventId)
const inNats = async (stream: string) => (await natsMessages(nats.url, stream)).map(({ id }) => id)
const inRedis = async (stream: string) => (await redisEntries(redis.url, stream)).map(({ id }) => id ?? '')
const inHook = () => hook.asked.map(({ id }) => id)

const appendTo = async (notebookId: string, ...events: ReturnType<typeof newEvent>[]) => {
  const result = await log.database.store.append({
    stream: notebookStream(notebookId),
    expectedVersion: 'any',
    events,
  })
  if (result.type !== 'written') throw new Error(result.type)
  return result.position
}

describe('the relay', () => {
  it('brings the log to targets of every kind, each in its order', async () => {
    const startFrom = await from()
    for (let round = 0; round < 3; round++) await log.append('a', 2)
    const end = await log.append('b', 3)
    start({
      every1: toNats('EVERY', { startFrom }),
      every2: toRedis('every', { startFrom }),
      every3: toHook({ startFrom }),
    })
    await Promise.all(['every1', 'every2', 'every3'].map((name) => hasReached(log, name, end)))
    const all = await idsAfter(startFrom)
    expect(await inNats('EVERY')).toEqual(all)
    expect(await inRedis('every')).toEqual(all)
    expect(inHook().sort()).toEqual([...all].sort())
    const more = await log.append('a')
    await hasReached(log, 'every1', more)
    expect(await inNats('EVERY')).toEqual(await idsAfter(startFrom))
  })

  it('brings a target what it asks for and no personal field, unless it may have them', async () => {
    const startFrom = await from()
    const metadata = {
      actor: { kind: 'member', id: 'owner-1' },
      correlationId: 's',
      causationId: 'c',
      commandId: null,
    }
    await log.append('c', 2)
    await appendTo('c', newEvent(notebookSent(), { metadata }))
    const end = await appendTo('c', newEvent(notebookClosed()))
    const eventTypes = ['NotebookSent', 'NotebookClosed']
    start({
      private: toNats('PRIVATE', { startFrom, eventTypes, personal: true }),
      public: toNats('PUBLIC', { startFrom, eventTypes }),
    })
    await Promise.all(['private', 'public'].map((name) => hasReached(log, name, end)))
    const [sent, closed] = await natsMessages(nats.url, 'PUBLIC')
    expect([sent?.event.type, closed?.event.type]).toEqual([
      'hindsight.notebook.NotebookSent',
      'hindsight.notebook.NotebookClosed',
    ])
    expect(JSON.stringify(sent)).not.toContain('Evergreen')
    expect(JSON.stringify(await natsMessages(nats.url, 'PRIVATE'))).toContain('742 Evergreen Terrace')
  })

  it('is not made for types that there are not', () => {
    const make = (over: object) =>
      createRelay({
        ...log.dependencies,
        targets: targetsOf({ odd: toNats('ODD', over) }),
        registry: notebookEvents,
        now: () => new Date(),
      })
    expect(() => make({ eventTypes: ['NoteWriten'] })).toThrow(
      'odd is to be sent NoteWriten, which there is not',
    )
    expect(() => make({ streamTypes: ['notebooks'] })).toThrow('notebooks')
  })
})

describe('an event that a target refuses', () => {
  it('waits with what follows in its stream, and others go on; by hand it goes on in its order', async () => {
    const startFrom = await from()
    await log.append('sick', 1)
    const poisonous = await log.append('sick', 1)
    await log.append('sick', 2)
    await log.append('well', 3)
    const [, poison] = await idsAfter(startFrom)
    hook.answer(({ id }, response) => response.writeHead(id === poison ? 422 : 200).end('It is odd'))
    start({ poisoned: toHook({ startFrom }) })
    const end = await log.append('well')
    await hasReached(log, 'poisoned', end)
    await eventually(async () => expect(await waitingFor(log, 'poisoned')).toEqual({ waiting: 3, parked: 1 }))
    const all = await idsAfter(startFrom)
    const ofSick = all.slice(0, 4)
    expect(inHook().filter((id) => !ofSick.includes(id))).toEqual(all.slice(4))
    expect(inHook().filter((id) => id === poison)).toHaveLength(3)
    expect(inHook()).not.toContain(ofSick[2])
    expect(await waitingEvents(log.database.pool, 'poisoned', { after: 0, limit: 10 })).toEqual([
      {
        position: poisonous,
        eventId: poison,
        eventType: 'NoteWritten',
        streamType: 'notebook',
        streamId: 'sick',
        attempts: 2,
        error: expect.stringContaining('It answered 422: It is odd'),
        dueAt: null,
        behind: 2,
      },
    ])
    expect(await stateOf('poisoned', toHook())).toMatchObject({
      status: 'running',
      waiting: 3,
      parked: 1,
      behind: 0,
    })

    await log.append('sick')
    hook.answer()
    expect(await steering('poisoned', { type: 'retry', position: poisonous })).toEqual({ done: true })
    await hasNothingWaiting(log, 'poisoned')
    const sent = inHook().filter((id) => (ofSick as string[]).includes(id))
    expect([...new Set(sent)]).toEqual(ofSick)
    expect(await steering('poisoned', { type: 'retry', position: poisonous })).toEqual({ done: false })
  })

  it('may be given up, and what follows it goes on', async () => {
    const startFrom = await from()
    const end = await log.append('given-up', 3)
    const [first, ...others] = await idsAfter(startFrom)
    hook.answer(({ id }, response) => response.writeHead(id === first ? 400 : 200).end())
    start({ giving: toHook({ startFrom }) })
    await hasReached(log, 'giving', end)
    await eventually(async () => expect((await waitingFor(log, 'giving')).parked).toBe(1))
    expect(await steering('giving', { type: 'giveUp', position: end - 2 })).toEqual({ done: true })
    await hasNothingWaiting(log, 'giving')
    expect(inHook().filter((id) => id !== first)).toEqual(others)
  })
})

describe('a target', () => {
  it('that is slow delays no other', async () => {
    const startFrom = await from()
    const end = await log.append('slow', 5)
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    hook.answer(async (_, response) => {
      await released
      response.writeHead(200).end()
    })
    start({ slow: toHook({ startFrom, timeoutMs: 30_000 }), quick: toRedis('quick', { startFrom }) })
    await hasReached(log, 'quick', end)
    expect(await stateOf('slow', toHook())).toMatchObject({
      position: startFrom,
      behind: 5,
      behindSince: expect.any(String),
    })
    release()
    await hasReached(log, 'slow', end)
    expect(inHook()).toEqual(await idsAfter(startFrom))
  })

  it('that is away stops its follower where it is, with nothing lost, and nothing waits', async () => {
    const startFrom = await from()
    const away = toHook({ startFrom, url: `http://127.0.0.1:${await freePort()}/` })
    const first = start({ away })
    await log.append('away', 3)
    await eventually(async () =>
      expect(await stateOf('away', away)).toMatchObject({
        position: startFrom,
        behind: 3,
        waiting: 0,
        trouble: expect.stringContaining("can't be reached"),
        troubleSince: expect.any(String),
      }),
    )
    await first.stop()
    relays.length = 0
    start({ away: toHook({ startFrom }) })
    await hasReached(log, 'away', startFrom + 3)
    await eventually(async () => expect((await stateOf('away', away))?.trouble).toBeNull())
    expect(inHook()).toEqual(await idsAfter(startFrom))
  })

  it('that wants no more rests, and says why, until it is resumed', async () => {
    const startFrom = await from()
    hook.answer((_, response) => response.writeHead(410).end('Moved out'))
    start({ gone: toHook({ startFrom }) })
    const end = await log.append('gone')
    const rests = () =>
      eventually(async () =>
        expect(await stateOf('gone', toHook())).toMatchObject({
          status: 'paused',
          position: startFrom,
          trouble: 'It rests. It answered 410: Moved out',
        }),
      )
    await rests()
    expect(await steering('gone', { type: 'resume' })).toEqual({ done: true })
    await rests()
    hook.answer()
    expect(await steering('gone', { type: 'resume' })).toEqual({ done: true })
    await hasReached(log, 'gone', end)
    expect(await stateOf('gone', toHook())).toMatchObject({ status: 'running', trouble: null })
  })

  it('that is paused is sent nothing, not what waits either', async () => {
    const startFrom = await from()
    hook.answer((_, response) => response.writeHead(422).end())
    start({ resting: toHook({ startFrom }) })
    const end = await log.append('resting')
    await hasReached(log, 'resting', end)
    await eventually(async () => expect((await waitingFor(log, 'resting')).parked).toBe(1))
    expect(await steering('resting', { type: 'pause' })).toEqual({ done: true })
    expect(await steering('resting', { type: 'pause' })).toEqual({ done: false })
    hook.answer()
    await log.append('resting-other')
    const asked = hook.asked.length
    await steering('resting', { type: 'retry' })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(hook.asked).toHaveLength(asked)
    await steering('resting', { type: 'resume' })
    await hasNothingWaiting(log, 'resting')
    await hasReached(log, 'resting', end + 1)
  })

  it('gets again what was sent and not checked off, under the same ids; a broker keeps it once', async () => {
    const startFrom = await from()
    const end = await log.append('unchecked', 4)
    const targets = {
      'unchecked-hook': toHook({ startFrom }),
      'unchecked-nats': toNats('UNCHECKED', { startFrom }),
      'unchecked-redis': toRedis('unchecked', { startFrom }),
    }
    const relay = createRelay({
      ...log.dependencies,
      targets: targetsOf(targets),
      registry: notebookEvents,
      now: () => new Date(),
    })
    const names = Object.keys(targets)
    await log.database.pool.query(
      'INSERT INTO subscriptions (name, partition, partitions, position) SELECT name, 0, 1, $2 FROM unnest($1::text[]) name',
      [names.map((name) => `relay:${name}`), startFrom],
    )
    // As one does that is killed before it can check them off.
    const events = await log.database.store.readAll({ after: startFrom, limit: 3 })
    for (const { handler } of relay.subscriptions) {
      if (handler.type === 'effect') await handler.deliver(events, new AbortController().signal)
    }
    await relay.close()
    start(targets)
    await Promise.all(names.map((name) => hasReached(log, name, end)))
    const all = await idsAfter(startFrom)
    expect(await inNats('UNCHECKED')).toEqual(all)
    expect(await inRedis('unchecked')).toEqual(all)
    expect(inHook()).toEqual([...all.slice(0, 3), ...all])
  })
})

describe('what was sent', () => {
  it('is sent again from a position, a time, or the beginning, or one event alone', async () => {
    const startFrom = await from()
    const end = await log.append('again', 4)
    start({ again: toHook({ startFrom }) })
    await hasReached(log, 'again', end)
    const all = await idsAfter(startFrom)
    const sentAgain = async (request: Parameters<typeof steer>[2], expected: readonly string[]) => {
      hook.asked.length = 0
      expect(await steering('again', request)).toMatchObject({ done: true })
      await eventually(() => expect(inHook().sort()).toEqual([...expected].sort()))
    }
    await sentAgain({ type: 'replay', from: { type: 'position', position: end - 1 } }, all.slice(2))
    await hasReached(log, 'again', end)
    await sentAgain({ type: 'replay', from: { type: 'event', position: end - 2 } }, all.slice(1, 2))
    await hasNothingWaiting(log, 'again')
    const [third] = await log.database.store.readAll({ after: end - 2, limit: 1 })
    const since = third?.recordedAt as string
    const [fromThen] = await log.database.store.readAll({ filter: { since }, limit: 1 })
    await sentAgain(
      { type: 'replay', from: { type: 'time', since } },
      await idsAfter((fromThen?.position as number) - 1),
    )
    const refused = { done: false }
    const since2100 = '2100-01-01T00:00:00Z'
    expect(await steering('again', { type: 'replay', from: { type: 'time', since: since2100 } })).toEqual(
      refused,
    )
    expect(await steering('again', { type: 'replay', from: { type: 'position', position: 10_000 } })).toEqual(
      refused,
    )
    expect(await steering('again', { type: 'replay', from: { type: 'event', position: 10_000 } })).toEqual(
      refused,
    )
    await sentAgain({ type: 'replay', from: { type: 'beginning' } }, await idsAfter(0))
  })

  it('is not kept twice by a broker that has it, however often it is sent again', async () => {
    const startFrom = await from()
    const end = await log.append('kept', 6)
    const targets = {
      'kept-nats': toNats('KEPT', { startFrom }),
      'kept-redis': toRedis('kept', { startFrom }),
    }
    start(targets)
    for (let round = 0; round < 3; round++) {
      await Promise.all(Object.keys(targets).map((name) => hasReached(log, name, end)))
      for (const name of Object.keys(targets)) {
        expect(
          await steering(name, { type: 'replay', from: { type: 'position', position: startFrom + 1 } }),
        ).toMatchObject({ done: true })
      }
    }
    await Promise.all(Object.keys(targets).map((name) => hasReached(log, name, end)))
    expect(await inNats('KEPT')).toEqual(await idsAfter(startFrom))
    expect(await inRedis('kept')).toEqual(await idsAfter(startFrom))
  })
})

describe('a broker', { timeout: 60_000 }, () => {
  it('that is killed under load gets all of it, in order and once, when it is back', async () => {
    const startFrom = await from()
    const targets = {
      'killed-nats': toNats('KILLED', { startFrom }),
      'killed-redis': toRedis('killed', { startFrom }),
    }
    start(targets)
    let end = 0
    const load = async () => {
      for (let nth = 0; nth < 60; nth++) end = Math.max(end, await log.append(`killed-${nth % 7}`, 3))
    }
    const loading = load()
    await eventually(async () => expect((await inRedis('killed')).length).toBeGreaterThan(10))
    await Promise.all([nats.kill(), redis.kill()])
    await loading
    await Promise.all([nats.start(), redis.start()])
    await Promise.all(Object.keys(targets).map((name) => hasReached(log, name, end)))
    expect(await inNats('KILLED')).toEqual(await idsAfter(startFrom))
    expect(await inRedis('killed')).toEqual(await idsAfter(startFrom))
  })

  it('whose data is gone is filled again from the log, also while nothing happens', async () => {
    const startFrom = await from()
    const end = await log.append('wiped', 30)
    const targets = {
      'wiped-nats': toNats('WIPED', { startFrom }),
      'wiped-redis': toRedis('wiped', { startFrom }),
    }
    start(targets)
    await Promise.all(Object.keys(targets).map((name) => hasReached(log, name, end)))
    await Promise.all([nats.kill(), redis.kill()])
    await Promise.all([nats.wipe(), redis.wipe()])
    await Promise.all([nats.start(), redis.start()])
    await eventually(async () => {
      expect(await inNats('WIPED')).toEqual(await idsAfter(startFrom))
      expect(await inRedis('wiped')).toEqual(await idsAfter(startFrom))
    })
  })

  it('that lost the end of what it took is sent it again, and what it had not', async () => {
    const startFrom = await from()
    const targets = { 'cut-nats': toNats('CUT', { startFrom }), 'cut-redis': toRedis('cut', { startFrom }) }
    const names = Object.keys(targets)
    const first = start(targets)
    const middle = await log.append('cut', 10)
    await Promise.all(names.map((name) => hasReached(log, name, middle)))
    await first.stop()
    relays.length = 0
    await Promise.all([nats.kill(), redis.kill()])
    await Promise.all([nats.backUp(), redis.backUp()])
    await Promise.all([nats.start(), redis.start()])
    start(targets)
    const end = await log.append('cut', 10)
    await Promise.all(names.map((name) => hasReached(log, name, end)))
    await Promise.all([nats.kill(), redis.kill()])
    await Promise.all([nats.setBack(), redis.setBack()])
    await Promise.all([nats.start(), redis.start()])
    await eventually(async () => {
      expect(await inNats('CUT')).toEqual(await idsAfter(startFrom))
      expect(await inRedis('cut')).toEqual(await idsAfter(startFrom))
    })
  })

  it('that has events of another log is sent nothing', async () => {
    await askRedis(redis.url, async (client) => {
      await client.xAdd('foreign', '*', { event: 'another' })
      await client.hSet('{foreign}:marks', { incarnation: 'another', sequence: 1, highest: 1_000_000 })
    })
    const target = toRedis('foreign', { startFrom: await from() })
    start({ foreign: target })
    await log.append('foreign')
    await eventually(async () =>
      expect((await stateOf('foreign', target))?.trouble).toContain(
        'they are of another log, or of one that was set back',
      ),
    )
    expect(await redisEntries(redis.url, 'foreign')).toHaveLength(1)
  })
})

// Last, since nobody reads past it here.
describe('an event that can not be read', () => {
  it('waits with its stream, and no other does', async () => {
    const startFrom = await from()
    await log.appendUnreadable('unread')
    await log.append('unread', 1)
    const end = await log.append('read', 2)
    start({ unread: toRedis('unread', { startFrom }) })
    await hasReached(log, 'unread', end)
    await eventually(async () => expect(await waitingFor(log, 'unread')).toEqual({ waiting: 2, parked: 1 }))
    expect(await inRedis('unread')).toHaveLength(2)
    const [refused] = await waitingEvents(log.database.pool, 'unread', { after: 0, limit: 1 })
    expect(refused?.error).toContain("can't be read")
    await steering('unread', { type: 'giveUp', position: startFrom + 1 })
    await hasNothingWaiting(log, 'unread')
    expect(await inRedis('unread')).toHaveLength(3)
  })
})
