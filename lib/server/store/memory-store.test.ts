import { eventStoreContract } from '../../testing/event-store.contract'
import { createMemoryStore } from './memory-store'

const store = createMemoryStore()
eventStoreContract('Memory', () => store)
