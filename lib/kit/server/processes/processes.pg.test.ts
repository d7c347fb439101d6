import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { RecordedEvent } from '../../events/recorded-event'
import { processType } from '../../processes/process-type'
import { momentAfter } from '../../processes/reactions'
import { binding, bindingStream, hour } from '../../testing/binding/binding'
import { testSecret } from '../../testing/connections'
import { createTestDatabase, type EmptyDatabase } from '../../testing/database'
import { query } from '../../testing/embedded-harness'
import { eventually } from '../../testing/eventually'
import { migrationsDir } from '../../testing/migrations'
import { newEvent, notebookClosed, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import type { NotebookEvent } from '../../testing/notebook/events'
import { notebook, notebookStream } from '../../testing/notebook/notebook'
import { shelf } from '../../testing/notebook/shelf'
import { type OpenEngine, type OpenEngineOptions, openEngine } from '../engine/open-engine'
import { createLog } from '../log'
import { withClient } from '../postgres/with-client'
import { retryNow } from '../work/by-hand'
import { countWaiting, listWaiting } from '../work/list-waiting'
import { checkProcess } from './check-process'
import type { Effect } from './effects'
import { listProcesses } from './list-processes'
import { listParkedOf, retryParkedOf } from './parked'
import { effectQueue, inputQueue, timerQueue } from './queues'
import { nextOf, waitingInstancesOf } from './waiting'

let database: EmptyDatabase
const masterKey = randomBytes(32).toString('base64')
const engines: OpenEngine[] = []

beforeAll(async () => {
  database = await createTestDatabase()
})
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close()
})
afterAll(() => database.drop())

/** What was done outside, and how often, by the instance that asked for it. */
const outside = (fails: (effect: Effect) => boolean = () => false) => {
  const done: Effect[] = []
  const run = async (effect: Effect) => {
    if (fails(effect)) throw new Error('The glue is dry')
    done.push(effect)
    return { done: true }
  }
  const of = (instance: string) => done.filter(({ process }) => process.id === instance)
  return { done, of, effects: { cutting: { run }, binding: { run, retries: { tries: 3, restMs: () => 1 } } } }
}

const open = async (options: Partial<OpenEngineOptions>) => {
  const engine = await openEngine({
    databaseUrl: database.ownerUrl,
    secret: testSecret,
    masterKey,
    types: [notebook, shelf],
    processes: [binding],
    migrationsDir,
    log: createLog('silent'),
    ...options,
  })
  engines.push(engine)
  return engine
}

const ask = (text: string) => query(database.ownerUrl, text)

const write = async (
  { store }: OpenEngine,
  id: string,
  ...events: readonly (NotebookEvent & { at?: string })[]
) => {
  await store.append({
    stream: notebookStream(id),
    expectedVersion: 'any',
    events: events.map(({ at, ...event }) => newEvent(event as NotebookEvent, at ? { occurredAt: at } : {})),
  })
}

const typesOf = async ({ store }: OpenEngine, id: string) =>
  (await store.readStream(bindingStream(id))).map(({ type }) => type)

const has = (engine: OpenEngine, id: string, type: string) =>
  eventually(async () => expect(await typesOf(engine, id)).toContain(type))

/** Nobody has anything to do any more, and all that follow have come to the end. */
const isQuiet = () =>
  eventually(async () => {
    expect(
      await ask(`SELECT name FROM subscriptions, log_head h WHERE subscriptions.position < h.position`),
    ).toEqual([])
  })

describe('a process', () => {
  it('does its steps one after another, each once, all in the story that they answer', async () => {
    const { effects, of } = outside()
    const engine = await open({ effects })
    const id = randomUUID()
    await write(engine, id, notebookOpened(), noteWritten(), notebookClosed('full', 3))
    const [opened] = await engine.store.readStream(notebookStream(id))
    await has(engine, id, 'NotebookBound')
    expect(await typesOf(engine, id)).toEqual([
      ...['InputTaken', 'TimerSet'],
      ...['InputTaken', 'TimerCancelled', 'TimerSet'],
      ...['InputTaken', 'BindingBegun', 'TimerCancelled', 'EffectRequested'],
      ...['EffectDone', 'CommandRequested'],
      ...['CommandAnswered', 'EffectRequested'],
      ...['EffectDone', 'NotebookBound'],
    ])
    expect(of(id).map(({ payload }) => payload)).toEqual([{ sheets: 3 }, { sheets: 3 }])
    const label = (await engine.store.readStream({ type: 'shelf', id: 'bound' })).at(-1) as RecordedEvent
    const stream = await engine.store.readStream(bindingStream(id))
    const story = new Set([...stream, label].map(({ metadata }) => metadata.correlationId))
    expect([...story]).toEqual([opened?.metadata.correlationId])
    const requested = stream.find(({ type }) => type === 'CommandRequested')
    expect(label.metadata).toMatchObject({
      actor: { kind: 'process', id: 'binding' },
      causationId: requested?.eventId,
      commandId: (requested?.data as { id: string } | undefined)?.id,
    })
    await isQuiet()
    expect(await ask(`SELECT queue FROM waiting_work WHERE key = 'binding/${id}'`)).toEqual([])
  })

  it('is told when a time has come, and not when that was cancelled', async () => {
    const engine = await open({ effects: outside().effects })
    const [soon, later, never] = [randomUUID(), randomUUID(), randomUUID()] as [string, string, string]
    const begun = new Date(Date.now() - hour + 1_500).toISOString()
    await write(engine, soon, { ...notebookOpened(), at: begun })
    await write(engine, later, { ...notebookOpened(), at: new Date().toISOString() })
    await write(
      engine,
      never,
      { ...notebookOpened(), at: begun },
      { ...notebookClosed('full', 1), at: begun },
    )
    await has(engine, soon, 'NotebookRested')
    const stream = await engine.store.readStream(bindingStream(soon))
    const fired = stream.find(({ type }) => type === 'TimerFired')?.data as { dueAt: string; at: string }
    expect(fired.dueAt).toBe(momentAfter(begun, hour))
    expect(Date.parse(fired.at)).toBeGreaterThanOrEqual(Date.parse(fired.dueAt))
    await has(engine, never, 'NotebookBound')
    expect(await typesOf(engine, never)).not.toContain('TimerFired')
    await isQuiet()
    const waiting = await ask(`SELECT key FROM waiting_work WHERE queue = '${timerQueue}'`)
    expect(waiting).toEqual([{ key: `binding/${later}` }])
  })

  it('that can not take an input holds up no other, and takes it and what came after when it can', async () => {
    let isBroken = true
    const { process } = binding
    const touchy = processType({
      ...process,
      react: (input, state) => {
        if (
          isBroken &&
          input.type === 'NoteWritten' &&
          (input.data as { noteId: string }).noteId === 'poison'
        ) {
          throw new Error('It stains')
        }
        return process.react(input, state)
      },
    })
    const engine = await open({ processes: [touchy], effects: outside().effects })
    const [sick, healthy] = [randomUUID(), randomUUID()] as [string, string]
    const at = new Date().toISOString()
    await write(
      engine,
      sick,
      { ...notebookOpened(), at },
      { ...noteWritten('poison'), at },
      { ...noteWritten('tea'), at },
    )
    await write(engine, healthy, notebookOpened(), noteWritten(), notebookClosed('full', 1))
    await has(engine, healthy, 'NotebookBound')
    await write(engine, sick, notebookClosed('full', 2))
    await isQuiet()
    expect(await typesOf(engine, sick)).toEqual(['InputTaken', 'TimerSet'])
    await withClient(database.ownerUrl, async (pool) => {
      const waiting = await listWaiting(pool, inputQueue(process), { limit: 5 })
      expect(waiting.map(({ key, payload }) => [key, payload])).toEqual([
        [sick, { type: 'NoteWritten' }],
        [sick, { type: 'NoteWritten' }],
        [sick, { type: 'NotebookClosed' }],
      ])
      expect(waiting[0]?.error).toContain('It stains')
      isBroken = false
      await retryNow(pool, inputQueue(process), waiting[0]?.id)
    })
    await has(engine, sick, 'NotebookBound')
    const inputs = (await engine.store.readStream(bindingStream(sick))).filter(
      ({ type }) => type === 'InputTaken',
    )
    expect(inputs.map(({ data }) => (data as { type: string }).type)).toEqual([
      ...['NotebookOpened', 'NoteWritten', 'NoteWritten', 'NotebookClosed'],
    ])
  })

  it('whose effect fails has it tried again, parked, and done when a person says so', async () => {
    let isDry = true
    const id = randomUUID()
    const { effects, of } = outside(({ process }) => isDry && process.id === id && of(id).length > 0)
    const engine = await open({ effects })
    await write(engine, id, notebookOpened(), noteWritten(), notebookClosed('full', 1))
    const queue = effectQueue('binding')
    await withClient(database.ownerUrl, async (pool) => {
      await eventually(async () => expect(await countWaiting(pool, queue)).toEqual({ waiting: 1, parked: 1 }))
      const [parked, ...others] = await listParkedOf(pool, 'binding', { limit: 5 })
      expect(parked).toMatchObject({ what: 'effect', instance: id, attempts: 3 })
      expect(parked?.error).toContain('The glue is dry')
      expect(others).toEqual([])
      expect(await listProcesses(pool, [binding])).toMatchObject([
        { name: 'binding', status: 'running', waitingInputs: 0, parked: 1 },
      ])
      expect(await listParkedOf(pool, 'another', { limit: 5 })).toEqual([])
      expect(await waitingInstancesOf(pool, 'another')).toBe(0)
      expect(await retryParkedOf(pool, 'binding', (parked?.position ?? 0) + 1)).toBe(0)
      isDry = false
      expect(await retryParkedOf(pool, 'binding', parked?.position)).toBe(1)
    })
    await has(engine, id, 'NotebookBound')
    expect(of(id)).toHaveLength(2)
  })

  it('whose rules changed is told of the first input that it would decide otherwise', async () => {
    const { effects } = outside()
    const engine = await open({ effects })
    const id = randomUUID()
    await write(engine, id, notebookOpened(), noteWritten(), notebookClosed('full', 3))
    await has(engine, id, 'NotebookBound')
    const { process } = binding
    const check = (react: typeof process.react) =>
      withClient(database.ownerUrl, (client) =>
        checkProcess({ sql: client, store: engine.store }, processType({ ...process, react })),
      )
    const { difference, instances } = await check(process.react)
    expect(difference).toBeUndefined()
    expect(instances).toBeGreaterThan(1)

    const [opened] = (await engine.store.readAll({ filter: { types: ['NotebookOpened'] }, limit: 1 })) as [
      RecordedEvent,
    ]
    const patient = await check((input, state) =>
      process
        .react(input, state)
        .map((each) => (each.type === 'SetTimer' ? { ...each, dueAt: momentAfter(each.dueAt, hour) } : each)),
    )
    expect(patient.difference).toMatchObject({
      instance: opened.streamId,
      input: { type: 'NotebookOpened', eventId: opened.eventId, position: opened.position },
      stored: [
        { type: 'InputTaken' },
        { type: 'TimerSet', data: { dueAt: momentAfter(opened.occurredAt, hour) } },
      ],
      now: [
        { type: 'InputTaken' },
        { type: 'TimerSet', data: { dueAt: momentAfter(opened.occurredAt, 2 * hour) } },
      ],
    })
    const broken = await check(() => {
      throw new Error('It no longer knows how')
    })
    expect(broken.difference?.now).toContain('It no longer knows how')
    const lazy = await check((input, state) =>
      input.type === 'NoteWritten' ? [] : process.react(input, state),
    )
    expect(lazy.difference).toMatchObject({ input: { type: 'NoteWritten' }, now: [] })
    const eager = await check((input, state) =>
      input.type === 'NoteWritten' && state.status !== 'open'
        ? [{ type: 'BindingFailed', data: { why: 'It is too late' } }]
        : process.react(input, state),
    )
    expect(eager.difference).toBeUndefined()
  })

  it('sends nothing when everything is played again from the beginning of the log', async () => {
    const first = outside()
    const engine = await open({ effects: first.effects })
    const [bound, resting] = [randomUUID(), randomUUID()] as [string, string]
    await write(engine, bound, notebookOpened(), noteWritten(), notebookClosed('full', 1))
    await write(engine, resting, { ...notebookOpened(), at: new Date().toISOString() })
    await has(engine, bound, 'NotebookBound')
    await has(engine, resting, 'TimerSet')
    await isQuiet()
    await withClient(database.ownerUrl, async (pool) => {
      const { waitingInstances = 0, position = 0, behind } = (await listProcesses(pool, [binding]))[0] ?? {}
      expect({ behind, isAtTheEnd: position > 0 }).toEqual({ behind: 0, isAtTheEnd: true })
      const next = await nextOf(pool, 'binding', 100)
      expect(next).toHaveLength(waitingInstances)
      expect(next).toContainEqual({ instance: resting, what: 'timer', dueAt: expect.any(Date), attempts: 0 })
      expect(next).toEqual([...next].sort((one, other) => +one.dueAt - +other.dueAt))
    })
    const rows = `SELECT queue, id, key, position, payload, due_at FROM waiting_work WHERE queue <> 'process/binding' ORDER BY id`
    const [waiting, log] = [await ask(rows), await ask('SELECT position FROM log_head')]
    await engines.pop()?.close()

    await ask('UPDATE subscriptions SET position = 0')
    await ask('DELETE FROM waiting_work')
    const second = outside()
    const again = await open({ effects: second.effects })
    await eventually(async () => expect(await ask(rows)).toEqual(waiting))
    await isQuiet()
    expect(second.done).toEqual([])
    expect(await ask('SELECT position FROM log_head')).toEqual(log)
    expect((await typesOf(again, bound)).at(-1)).toBe('NotebookBound')
  })
})
