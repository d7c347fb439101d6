import { describe } from 'vitest'
import { handlerOver } from '../../testing/handler'
import { handlerLaws } from '../../testing/handler.laws'
import { anyNotebook } from '../../testing/notebook/any-command'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { createAggregates } from '../aggregates/aggregates'
import { readFoldFrom } from '../aggregates/read-fold'
import { createMemoryStore } from '../store/memory-store'

const forgetful = { get: () => undefined, set: () => undefined }

describe('laws of the handler', () => {
  const store = createMemoryStore(notebookEvents)
  const node = () => handlerOver(store, notebookEvents)
  const uncached = () => createAggregates({ store, read: readFoldFrom(store), cache: forgetful })
  handlerLaws('in memory, with a cache', anyNotebook, { store: () => store, startNode: node, numRuns: 100 })
  handlerLaws('in memory, without a cache', anyNotebook, {
    store: () => store,
    startNode: () => ({ ...node(), aggregates: uncached() }),
    numRuns: 100,
  })
})
