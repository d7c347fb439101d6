import { shopEvents } from '../../../shop/wire/events/shop-events'
import { eventStoreContract } from '../../../testing/event-store.contract'
import { createMemoryStore } from './memory-store'

const store = createMemoryStore(shopEvents)
eventStoreContract('Memory', () => store)
