import { v4 as uuidv4 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handlerOver } from '../../testing/handler'
import { newEvent, notebookOpened } from '../../testing/notebook/builders'
import type { NotebookEvent } from '../../testing/notebook/events'
import { notebook, notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { linesOf } from '../../testing/notebook/state'
import { openTestDatabase, type TestDatabase } from '../../testing/open-database'
import { loadStream } from '../store/load'
import { handleCommand } from './handle'

const node = () => handlerOver(database.store, notebookEvents)

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase(notebookEvents)
})
afterAll(() => database.close())

const actor = { kind: 'guest', id: 'g-1' } as const
const write = (noteId: string, lines: number) =>
  ({ type: 'WriteNote', noteId, lines, title: 'A title' }) as const

describe('races on one notebook', () => {
  it('two nodes with 64 writers lose nothing that they answered and double nothing', async () => {
    const stream = notebookStream('raced')
    await database.store.append({ stream, expectedVersion: 0, events: [newEvent(notebookOpened())] })
    const nodes = [node(), node()]
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, index) => {
        return handleCommand(nodes[index % 2] as (typeof nodes)[0], notebook, {
          streamId: stream.id,
          command: write(`note-${index % 8}`, 1),
          actor,
          commandId: uuidv4(),
        })
      }),
    )
    const events = await loadStream<NotebookEvent>(database.store, stream)
    const state = notebook.fold(notebook.initial('raced'), events)
    const accepted = answers.flatMap((answer) => (answer.type === 'accepted' ? answer.events : []))
    expect(accepted.length).toBeGreaterThan(0)
    expect(events.map((event) => event.version)).toEqual(events.map((_, index) => index + 1))
    expect(accepted.map((event) => event.eventId).sort()).toEqual(
      events
        .slice(1)
        .map((event) => event.eventId)
        .sort(),
    )
    for (const answered of accepted) expect(events[answered.version - 1]).toEqual(answered)
    const added = accepted.filter((event) => event.type === 'NoteWritten' && event.data.noteId === 'note-3')
    expect(linesOf(state, 'note-3')).toBe(added.length)
  })

  it('one command sent to two nodes at once is appended once and answered the same', async () => {
    const stream = notebookStream('doubled')
    await database.store.append({ stream, expectedVersion: 0, events: [newEvent(notebookOpened())] })
    const command = write('tea', 1)
    for (let round = 1; round <= 10; round++) {
      const request = { streamId: stream.id, command, actor, commandId: uuidv4() }
      const [one, two] = await Promise.all([
        handleCommand(node(), notebook, request),
        handleCommand(node(), notebook, request),
      ])
      expect(one).toEqual(two)
      expect(one.type).toBe('accepted')
      expect(await database.store.readStream(stream)).toHaveLength(1 + round)
    }
  })

  it('one id sent to two nodes at once with two payloads is done for one and refused for the other', async () => {
    const stream = notebookStream('reused')
    await database.store.append({ stream, expectedVersion: 0, events: [newEvent(notebookOpened())] })
    for (let round = 1; round <= 10; round++) {
      const commandId = uuidv4()
      // The second would be refused by the rules: what it came to is kept another way than what is appended.
      const commands = [write(`note-${round}`, 1), write('tea', round % 2 ? 11 : 1)]
      const answers = await Promise.all(
        commands.map((command) =>
          handleCommand(node(), notebook, {
            streamId: stream.id,
            command,
            actor,
            commandId,
          }),
        ),
      )
      expect(answers.filter(({ type }) => type === 'reused')).toHaveLength(1)
      const [told] = answers.filter(({ type }) => type !== 'reused')
      const done = commands[answers.findIndex(({ type }) => type !== 'reused')] as (typeof commands)[0]
      const again = { streamId: stream.id, command: done, actor, commandId }
      expect(await handleCommand(node(), notebook, again)).toEqual(told)
    }
  })
})
