import { v4 as uuidv4 } from 'uuid'
import { expect, it, vi } from 'vitest'
import { handlerOver } from '../../testing/handler'
import { newEvent, notebookOpened } from '../../testing/notebook/builders'
import type { NotebookCommand, WriteNote } from '../../testing/notebook/commands'
import type { NotebookRejection } from '../../testing/notebook/decide'
import { notebook, notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { shelf, shelfStream } from '../../testing/notebook/shelf'
import type { EventStore } from '../store/event-store'
import { createMemoryStore } from '../store/memory-store'
import { type HandlerDependencies, handleCommand } from './handle'
import type { Join } from './handle-request'
import { joined } from './joined'

const actor = { kind: 'guest', id: 'g-1' } as const
const stream = notebookStream('notebook-1')
const [left, right] = [shelfStream('left'), shelfStream('right')]
const writeTea: WriteNote = { type: 'WriteNote', noteId: 'tea', lines: 1, title: 'On tea' }

const node = (store: EventStore) => handlerOver(store, notebookEvents)

const storeWithNotebook = async (): Promise<EventStore> => {
  const store = createMemoryStore(notebookEvents)
  await store.append({ stream, expectedVersion: 0, events: [newEvent(notebookOpened())] })
  return store
}

const labelled = (label: string, isLocked = false) =>
  newEvent({ type: 'ShelfLabelled', data: { label, isLocked } } as never)

/** As another node would do it. */
const label = (store: EventStore, shelfId: string, words: string, isLocked = false) =>
  store.append({
    stream: shelfStream(shelfId),
    expectedVersion: 'any',
    events: [labelled(words, isLocked)],
  })

/** Labels shelves with what the note is called. */
const labelling =
  (...shelfIds: string[]) =>
  async (): Promise<Join<NotebookRejection>> => ({
    type: 'joined',
    others: shelfIds.map((streamId) =>
      joined(shelf, {
        streamId,
        command: { type: 'LabelShelf', label: 'On tea' },
        isNew: true,
        refusedAs: (): NotebookRejection => ({ type: 'NoteNotFound', noteId: streamId }),
      }),
    ),
  })

const send = (
  dependencies: HandlerDependencies,
  join: () => Promise<Join<NotebookRejection>>,
  more: { commandId?: string; command?: NotebookCommand } = {},
) => handleCommand(dependencies, notebook, { streamId: stream.id, command: writeTea, actor, join, ...more })

const versions = (store: EventStore) => Promise.all([stream, left, right].map(store.headVersion))

it('is written with what it joins, one story, under the names of the commands that it asks for', async () => {
  const store = await storeWithNotebook()
  const commandId = uuidv4()
  const handled = await send(node(store), labelling('left', 'right'), { commandId })
  const log = await store.readAll({ after: 1, limit: 10 })
  expect(handled).toEqual({ type: 'accepted', version: 2, position: 2, events: [log[0]] })
  expect(log.map(({ type, streamId, metadata }) => [type, streamId, metadata.commandType])).toEqual([
    ['NoteWritten', 'notebook-1', 'WriteNote'],
    ['ShelfLabelled', 'left', 'LabelShelf'],
    ['ShelfLabelled', 'right', 'LabelShelf'],
  ])
  for (const { metadata } of log) {
    expect(metadata).toMatchObject({ actor, correlationId: commandId, causationId: commandId, commandId })
  }
})

it('writes nothing where one refuses, which is the answer, and stays it', async () => {
  const store = await storeWithNotebook()
  await label(store, 'right', 'Locked', true)
  const commandId = uuidv4()
  const rejected = { type: 'rejected', rejection: { type: 'NoteNotFound', noteId: 'right' } }
  expect(await send(node(store), labelling('left', 'right'), { commandId })).toEqual(rejected)
  await label(store, 'right', 'Open', false)
  expect(await send(node(store), labelling('left', 'right'), { commandId })).toEqual(rejected)
  expect(await versions(store)).toEqual([1, 0, 2])
})

it('is not asked for more where what goes with it can not be said', async () => {
  const store = await storeWithNotebook()
  const rejection: NotebookRejection = { type: 'NoteNotFound', noteId: 'tea' }
  const handled = await send(node(store), async () => ({ type: 'rejected', rejection }))
  expect(handled).toEqual({ type: 'rejected', rejection })
  expect(await versions(store)).toEqual([1, 0, 0])
})

it('decides all anew where one of them went on meanwhile', async () => {
  const store = await storeWithNotebook()
  let left = 3
  const contended: EventStore = {
    ...store,
    appendTogether: async (together) => {
      if (left-- > 0) await label(store, left % 2 ? 'left' : 'right', `Label ${left}`)
      return store.appendTogether(together)
    },
  }
  expect(await send(node(contended), labelling('left', 'right'))).toMatchObject({
    type: 'accepted',
    version: 2,
  })
  expect(await versions(store)).toEqual([2, 2, 3])
})

it('is refused by what another node did to what is remembered here', async () => {
  const store = await storeWithNotebook()
  const here = node(store)
  await send(here, labelling('left'))
  await label(store, 'left', 'Locked', true)
  const rename = { ...writeTea, noteId: 'pot' }
  expect(await send(here, labelling('left'), { command: rename })).toMatchObject({ type: 'rejected' })
  expect(await versions(store)).toEqual([2, 2, 0])
})

it('also checks those that nothing is written to', async () => {
  const store = await storeWithNotebook()
  const here = node(store)
  await send(here, labelling('left'))
  // Labelled so already, as far as is known here.
  await label(store, 'left', 'Locked', true)
  expect(await send(here, labelling('left', 'right'))).toMatchObject({ type: 'rejected' })
  expect(await versions(store)).toEqual([2, 2, 0])
})

it('happens once, however often and by whichever node it is sent', async () => {
  const store = await storeWithNotebook()
  const commandId = uuidv4()
  const nodes = [node(store), node(store)]
  const answers = await Promise.all(
    [0, 1, 0, 1].map((nth) => send(nodes[nth] as HandlerDependencies, labelling('left'), { commandId })),
  )
  answers.push(await send(node(store), labelling('left'), { commandId }))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ type: 'accepted', version: 2 })
  const other = { ...writeTea, noteId: 'pot' }
  expect(await send(node(store), labelling('left'), { commandId, command: other })).toEqual({
    type: 'reused',
  })
  expect(await versions(store)).toEqual([2, 1, 0])
})

it('is for later where others never stop going on', async () => {
  const store = await storeWithNotebook()
  let nth = 0
  const contended: EventStore = {
    ...store,
    appendTogether: async (together) => {
      await label(store, 'left', `Label ${nth++}`)
      return store.appendTogether(together)
    },
  }
  expect(await send(node(contended), labelling('left'))).toMatchObject({ type: 'overloaded' })
  expect((await versions(store))[0]).toBe(1)
})

it('those who join the same streams in any order wait for one another and never for ever', async () => {
  const store = await storeWithNotebook()
  const ids = Array.from({ length: 20 }, (_, nth) => `notebook-of-${nth}`)
  for (const id of ids) {
    await store.append({
      stream: notebookStream(id),
      expectedVersion: 0,
      events: [newEvent(notebookOpened())],
    })
  }
  const here = node(store)
  const together = vi.fn(store.appendTogether)
  const watched = { ...here, store: { ...store, appendTogether: together } }
  const answers = await Promise.all(
    ids.map((streamId, nth) =>
      handleCommand(watched, notebook, {
        streamId,
        command: writeTea,
        actor,
        join: nth % 2 ? labelling('left', 'right') : labelling('right', 'left'),
      }),
    ),
  )
  expect(answers.every(({ type }) => type === 'accepted')).toBe(true)
  // One after the other: nobody was driven back.
  expect(together).toHaveBeenCalledTimes(ids.length)
})
