import { describe } from 'vitest'
import { createAggregates } from '../../../kit/server/aggregates/aggregates'
import { readFoldFrom } from '../../../kit/server/aggregates/read-fold'
import { createMemoryStore } from '../../../kit/server/store/memory-store'
import { handlerOver } from '../../../kit/testing/handler'
import { handlerLaws } from '../../../kit/testing/handler.laws'
import { anyCart } from '../../testing/any-cart'
import { shopEvents } from '../../wire/events/shop-events'

const forgetful = { get: () => undefined, set: () => undefined }

describe('laws of the handler, for carts', () => {
  const store = createMemoryStore(shopEvents)
  const node = () => handlerOver(store, shopEvents)
  const uncached = () => createAggregates({ store, read: readFoldFrom(store), cache: forgetful })
  handlerLaws('in memory, with a cache', anyCart, { store: () => store, startNode: node, numRuns: 100 })
  handlerLaws('in memory, without a cache', anyCart, {
    store: () => store,
    startNode: () => ({ ...node(), aggregates: uncached() }),
    numRuns: 100,
  })
})
