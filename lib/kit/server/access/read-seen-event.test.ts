import { expect, it } from 'vitest'
import { member } from '../../testing/member'
import { newEvent, notebookOpened } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents, notebookTypes } from '../../testing/notebook/notebook-events'
import { notebookPolicy } from '../../testing/notebook/policy'
import { createMemoryStore } from '../store/memory-store'
import { createAccess } from './access'
import { readSeenEvent } from './read-seen-event'

it('an event is there for who may see its stream, and for nobody else', async () => {
  const store = createMemoryStore(notebookEvents)
  const access = createAccess({ store, types: notebookTypes, policy: notebookPolicy })
  const opened = newEvent(notebookOpened('ann'))
  await store.append({ stream: notebookStream('hers'), expectedVersion: 0, events: [opened] })
  const read = (who: string, id = opened.eventId) => readSeenEvent({ store, access }, member(who), id)
  expect(await read('ann')).toMatchObject({ eventId: opened.eventId, streamId: 'hers', version: 1 })
  expect(await read('bob')).toBeUndefined()
  expect(await read('ann', newEvent(notebookOpened('ann')).eventId)).toBeUndefined()
})
