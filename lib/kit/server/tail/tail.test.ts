import pino from 'pino'
import { afterEach, expect, it, vi } from 'vitest'
import type { RecordedEvent } from '../../events/recorded-event'
import { eventually } from '../../testing/eventually'
import { newEvent, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import type { EventStore } from '../store/event-store'
import { createMemoryStore } from '../store/memory-store'
import { createRecentEvents } from './recent-events'
import { startTail, type Tail } from './tail'
import { withWrittenHere } from './written-here'

let tail: Tail | undefined
afterEach(() => tail?.stop())

it('passes over events that can not be read, and loses none of the others', async () => {
  const store = createMemoryStore(notebookEvents)
  const append = (schemaVersion = 1) =>
    store.append({
      stream: notebookStream('a'),
      expectedVersion: 'any',
      events: [newEvent(noteWritten(), { schemaVersion })],
    })
  for (const version of [1, 1, 99, 99, 1, 99]) await append(version)
  const seen: number[] = []
  const log = pino({ level: 'silent' })
  const error = vi.spyOn(log, 'error')
  const onEvents = (events: readonly RecordedEvent[]) => seen.push(...events.map(({ position }) => position))
  tail = startTail({ store, recent: createRecentEvents(0), pollMs: 60_000, onEvents, log })
  await eventually(() => expect(seen).toEqual([1, 2, 5]))
  await append()
  tail.wake()
  await eventually(() => expect(seen).toEqual([1, 2, 5, 7]))
  expect(error).toHaveBeenCalledTimes(3)
})

it('asks nobody for what was written here, and reads what others wrote between', async () => {
  const store = createMemoryStore(notebookEvents)
  const { writtenHere, ...here } = withWrittenHere(store, notebookEvents)
  const append = (to: Pick<EventStore, 'append'>) =>
    to.append({ stream: notebookStream('a'), expectedVersion: 'any', events: [newEvent(noteWritten())] })
  await append(here)
  await append(here)
  await append(store)
  await append(here)
  const batches: number[][] = []
  const onEvents = (events: readonly RecordedEvent[]) => batches.push(events.map(({ position }) => position))
  tail = startTail({
    store,
    writtenHere,
    recent: createRecentEvents(0),
    pollMs: 60_000,
    onEvents,
    log: pino({ level: 'silent' }),
  })
  await eventually(() => expect(batches.flat()).toEqual([1, 2, 3, 4]))
  expect(batches[0]).toEqual([1, 2])
})

it('asks nobody where a hint says that the log goes no further than what was written here', async () => {
  const store = createMemoryStore(notebookEvents)
  const { writtenHere, ...here } = withWrittenHere(store, notebookEvents)
  const append = (to: Pick<EventStore, 'append'>) =>
    to.append({ stream: notebookStream('a'), expectedVersion: 'any', events: [newEvent(noteWritten())] })
  const readAll = vi.spyOn(store, 'readAll')
  const seen: number[] = []
  const onEvents = (events: readonly RecordedEvent[]) => seen.push(...events.map(({ position }) => position))
  const recent = createRecentEvents(0)
  tail = startTail({ store, writtenHere, recent, pollMs: 60_000, onEvents, log: pino({ level: 'silent' }) })
  await eventually(() => expect(readAll).toHaveBeenCalledOnce())
  await append(here)
  tail.wake('1')
  await eventually(() => expect(seen).toEqual([1]))
  await append(here)
  await append(store)
  tail.wake('2')
  await eventually(() => expect(seen).toEqual([1, 2]))
  expect(readAll).toHaveBeenCalledOnce()
  tail.wake('3')
  await eventually(() => expect(seen).toEqual([1, 2, 3]))
  tail.wake()
  await eventually(() => expect(readAll).toHaveBeenCalledTimes(3))
  expect(recent.after(0)?.map(({ position }) => position)).toEqual([1, 2, 3])
})
