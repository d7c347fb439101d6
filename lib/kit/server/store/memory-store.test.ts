import { eventStoreContract } from '../../testing/event-store.contract'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { createMemoryStore } from './memory-store'

const store = createMemoryStore(notebookEvents)
eventStoreContract('Memory', () => store)
