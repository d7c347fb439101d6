import { describe } from 'vitest'
import { shopEvents } from '../../../shop/wire/events/shop-events'
import { handlerOver } from '../../../testing/handler'
import { handlerLaws } from '../../../testing/handler.laws'
import { createAggregates } from '../aggregates/aggregates'
import { readFoldFrom } from '../aggregates/read-fold'
import { createMemoryStore } from '../store/memory-store'

const forgetful = { get: () => undefined, set: () => undefined }

describe('laws of the handler', () => {
  const store = createMemoryStore(shopEvents)
  const uncached = () => createAggregates({ store, read: readFoldFrom(store), cache: forgetful })
  handlerLaws(
    'in memory, with a cache',
    () => store,
    () => handlerOver(store),
    100,
  )
  handlerLaws(
    'in memory, without a cache',
    () => store,
    () => ({ ...handlerOver(store), aggregates: uncached() }),
    100,
  )
})
