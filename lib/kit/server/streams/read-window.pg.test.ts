import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { keyframeInterval } from '../../kernel/keyframe-interval'
import { member } from '../../testing/member'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import type { NotebookEvent } from '../../testing/notebook/events'
import { notebook, notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents, notebookTypes } from '../../testing/notebook/notebook-events'
import { notebookPolicy } from '../../testing/notebook/policy'
import type { NotebookState } from '../../testing/notebook/state'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { largestVersion } from '../../wire/api-fields'
import type { Identity } from '../../wire/identity'
import type { StreamOpening } from '../../wire/stream-opening'
import { createAccess } from '../access/access'
import { createAggregates } from '../aggregates/aggregates'
import { readFoldFrom } from '../aggregates/read-fold'
import { openForReading, readWindow } from './read-window'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
})
afterAll(() => database.close())

/** A notebook with so many events. */
const opened = async (notebookId: string, head: number) => {
  const { store } = database
  const adding = Array.from({ length: head - 1 }, () => newEvent(noteWritten('mug')))
  await store.append({
    stream: notebookStream(notebookId),
    expectedVersion: 0,
    events: [newEvent(notebookOpened()), ...adding],
  })
  const access = createAccess({ store, types: notebookTypes, policy: notebookPolicy })
  return { store, access, aggregates: createAggregates({ store, read: readFoldFrom(store) }) }
}

const owner = member('owner-1')

const versions = ({ events }: { readonly events: readonly { readonly version: number }[] }) => [
  events[0]?.version,
  events.at(-1)?.version,
]

it('gives a state and the events of a window, the last as far as it goes', async () => {
  const dependencies = await opened('windowed', keyframeInterval + 10)
  const first = await readWindow(dependencies, notebook, 'windowed', 0)
  expect([first.state.version, ...versions(first)]).toEqual([0, 1, keyframeInterval])
  const last = await readWindow(dependencies, notebook, 'windowed', keyframeInterval)
  expect([last.state.version, ...versions(last)]).toEqual([
    keyframeInterval,
    keyframeInterval + 1,
    keyframeInterval + 10,
  ])
})

it('has nothing where no stream has come yet, as far as versions go', async () => {
  const dependencies = await opened('short', 2)
  const furthest = largestVersion - (largestVersion % keyframeInterval)
  const { state, events } = await readWindow(dependencies, notebook, 'short', furthest)
  expect(state.version).toBe(2)
  expect(events).toEqual([])
})

it.each([255, 256, 257, 319, 320, 321])('opens a stream of %i events with its end', async (head) => {
  const notebookId = `of-${head}`
  const dependencies = await opened(notebookId, head)
  const opening = await openForReading(dependencies, notebook, owner, notebookId, [
    0,
    5,
    255,
    256,
    head,
    9_999,
  ])
  const { last, windows } = opening as StreamOpening<NotebookState, NotebookEvent>
  expect(last.from % keyframeInterval).toBe(0)
  expect(last.state.version).toBe(last.from)
  expect(versions(last)).toEqual([last.from + 1, head])
  expect(last.events.length).toBeGreaterThanOrEqual(64)
  expect(windows.map(({ from }) => from)).toEqual(last.from === 0 ? [] : [0])
})

it("opens a stream for its owner and for staff; for others it isn't there", async () => {
  const dependencies = await opened('guarded', 3)
  const readStream = vi.fn(dependencies.store.readStream)
  const openFor = (identity: Identity, notebookId = 'guarded') =>
    openForReading(
      { ...dependencies, store: { ...dependencies.store, readStream } },
      notebook,
      identity,
      notebookId,
      [],
    )
  const forOwner = await openFor(owner)
  expect(forOwner).toMatchObject({ streamId: 'guarded', createdAt: '2026-01-02T03:04:05.678Z' })
  expect(readStream.mock.calls.filter(([, range]) => range?.to === 1)).toHaveLength(1)
  expect(await openFor(member('staff', 'staff'))).toEqual(forOwner)
  expect(await openFor(member('other'))).toBeUndefined()
  expect(await openFor(member('staff', 'staff'), 'nowhere')).toBeUndefined()
})
