import { expect, it, vi } from 'vitest'
import { newEvent, notebookOpened } from '../../testing/notebook/builders'
import { notebook, notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { createMemoryStore } from '../store/memory-store'
import { createAggregates } from './aggregates'
import { readFoldFrom } from './read-fold'

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
