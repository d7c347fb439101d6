import pino from 'pino'
import { afterEach, expect, it, vi } from 'vitest'
import type { RecordedEvent } from '../../protocol/recorded-event'
import { itemAdded, newEvent } from '../../testing/events'
import { eventually } from '../../testing/eventually'
import { createMemoryStore } from '../store/memory-store'
import { cartStream } from '../store/streams'
import { startTail } from './tail'
import type { Wakeable } from './wakeable'

let tail: Wakeable | undefined
afterEach(() => tail?.stop())

it('passes over events that can not be read, and loses none of the others', async () => {
  const store = createMemoryStore()
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
