import { expect, it, vi } from 'vitest'
import { newEvent, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import { notebook, notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { createMemoryStore } from '../store/memory-store'
import { createAggregates } from './aggregates'
import { head } from './moment'
import { type FoldReader, readFoldFrom } from './read-fold'

it('a state before the first event is asked of no store', async () => {
  const store = createMemoryStore(notebookEvents)
  await store.append({
    stream: notebookStream('one'),
    expectedVersion: 0,
    events: [newEvent(notebookOpened())],
  })
  const readStream = vi.fn(store.readStream)
  const counted = { ...store, readStream }
  const aggregates = createAggregates({ store: counted, read: readFoldFrom(counted) })
  const beginning = { state: notebook.initial('one'), version: 0, position: 0 }
  expect(await aggregates.at(notebook, 'one', { type: 'version', version: 0 })).toEqual(beginning)
  expect(readStream).not.toHaveBeenCalled()
  expect((await aggregates.at(notebook, 'one', { type: 'version', version: 1 })).version).toBe(1)
  expect(readStream).toHaveBeenCalledOnce()
})

it('a state as it is now goes on from what is cached, with what came since, and remembers nothing that is only looked at', async () => {
  const store = createMemoryStore(notebookEvents)
  const write = (expectedVersion: number) =>
    store.append({
      stream: notebookStream('one'),
      expectedVersion,
      events: [newEvent(expectedVersion === 0 ? notebookOpened() : noteWritten('p'))],
    })
  await write(0)
  const readFold = readFoldFrom(store)
  let reads = 0
  const read: FoldReader = (...asked) => {
    reads++
    return readFold(...asked)
  }
  const aggregates = createAggregates({ store, read })
  await aggregates.at(notebook, 'one', head)
  await aggregates.at(notebook, 'one', head)
  expect(reads).toBe(2)

  await aggregates.load(notebook, 'one')
  const before = reads
  await write(1)
  const now = await aggregates.at(notebook, 'one', head)
  expect([now.version, now.state]).toEqual([2, (await aggregates.loadFresh(notebook, 'one')).state])
  expect(reads).toBe(before)
  expect((await aggregates.at(notebook, 'one', { type: 'version', version: 1 })).version).toBe(1)
})
