import { expect, it } from 'vitest'
import { notebook } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { createNotebookStates } from '../../testing/notebook/notebook-states'
import type { NotebookState } from '../../testing/notebook/state'
import { writeNotebooks } from '../../testing/notebook/write-notebooks'
import { createMemoryStore } from '../store/memory-store'

const written = async () => {
  const store = createMemoryStore(notebookEvents)
  await writeNotebooks(store, { seed: 7, commands: 300, notebooks: 12 })
  return { store, events: await store.readAll({ limit: 1000 }) }
}

it.each([500, 2_000, 30_000_000])(
  'knows a stream before and after each event, remembering %i bytes',
  async (bytes) => {
    const { store, events } = await written()
    const follow = createNotebookStates(store, bytes)
    const states = new Map<string, NotebookState>()
    for (let from = 0; from < events.length; from += 17) {
      for (const { event, before, after, opened } of await follow(events.slice(from, from + 17))) {
        expect(before).toEqual(states.get(event.streamId) ?? notebook.initial(event.streamId))
        expect(after).toEqual(notebook.evolve(before, event))
        expect(opened.position).toBe(events.find(({ streamId }) => streamId === event.streamId)?.position)
        states.set(event.streamId, after)
      }
    }
    expect(states.size).toBe(12)
  },
)

it('is right when a batch comes again, or lacks events of a stream', async () => {
  const { store, events } = await written()
  const follow = createNotebookStates(store)
  const once = await follow(events)
  expect(await follow(events)).toEqual(once)
  const some = events.filter((_, index) => index % 3 === 0)
  expect(await createNotebookStates(store)(some)).toEqual(once.filter(({ event }) => some.includes(event)))
})

it('says so when the log lacks what a stream is made of', async () => {
  const { events } = await written()
  const follow = createNotebookStates(createMemoryStore(notebookEvents))
  await expect(follow(events.filter(({ version }) => version > 1))).rejects.toThrow("can't be read up to")
})
