import pino from 'pino'
import { afterEach, expect, it, vi } from 'vitest'
import { cartStream } from '../../../shop/server/streams'
import { shopEvents } from '../../../shop/wire/events/shop-events'
import { itemAdded, newEvent } from '../../../testing/events'
import { eventually } from '../../../testing/eventually'
import type { RecordedEvent } from '../../events/recorded-event'
import type { EventStore } from '../store/event-store'
import { createMemoryStore } from '../store/memory-store'
import { startTail } from './tail'
import type { Wakeable } from './wakeable'
import { withWrittenHere } from './written-here'

let tail: Wakeable | undefined
afterEach(() => tail?.stop())

it('passes over events that can not be read, and loses none of the others', async () => {
  const store = createMemoryStore(shopEvents)
  const append = (schemaVersion = 1) =>
    store.append({
      stream: cartStream('a'),
      expectedVersion: 'any',
      events: [newEvent(itemAdded(), { schemaVersion })],
    })
  for (const version of [1, 1, 99, 99, 1, 99]) await append(version)
  const seen: number[] = []
  const log = pino({ level: 'silent' })
  const error = vi.spyOn(log, 'error')
  const onEvents = (events: readonly RecordedEvent[]) => seen.push(...events.map(({ position }) => position))
  tail = startTail({ store, from: 0, pollMs: 60_000, onEvents, log })
  await eventually(() => expect(seen).toEqual([1, 2, 5]))
  await append()
  tail.wake()
  await eventually(() => expect(seen).toEqual([1, 2, 5, 7]))
  expect(error).toHaveBeenCalledTimes(3)
})

it('asks nobody for what was written here, and reads what others wrote between', async () => {
  const store = createMemoryStore(shopEvents)
  const { writtenHere, ...here } = withWrittenHere(store, shopEvents)
  const append = (to: Pick<EventStore, 'append'>) =>
    to.append({ stream: cartStream('a'), expectedVersion: 'any', events: [newEvent(itemAdded())] })
  await append(here)
  await append(here)
  await append(store)
  await append(here)
  const batches: number[][] = []
  const onEvents = (events: readonly RecordedEvent[]) => batches.push(events.map(({ position }) => position))
  tail = startTail({ store, writtenHere, from: 0, pollMs: 60_000, onEvents, log: pino({ level: 'silent' }) })
  await eventually(() => expect(batches.flat()).toEqual([1, 2, 3, 4]))
  expect(batches[0]).toEqual([1, 2])
})
