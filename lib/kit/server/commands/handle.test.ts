import { v4 as uuidv4 } from 'uuid'
import { describe, expect, it, vi } from 'vitest'
import { beginStory, type Cause, causedBy } from '../../events/cause'
import { handlerOver } from '../../testing/handler'
import { newEvent, notebookClosed, notebookOpened, noteWritten } from '../../testing/notebook/builders'
import type { NotebookCommand, WriteNote } from '../../testing/notebook/commands'
import { notebook, notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import type { EventStore } from '../store/event-store'
import { createMemoryStore } from '../store/memory-store'
import { createHandle, type Handle, handleCommand } from './handle'

const stream = notebookStream('notebook-1')
const actor = { kind: 'guest', id: 'g-1' } as const
const writeTea: WriteNote = { type: 'WriteNote', noteId: 'tea', lines: 1, title: 'On tea' }
const removeTea: NotebookCommand = { type: 'RemoveNote', noteId: 'tea' }

const node = (store: EventStore) => handlerOver(store, notebookEvents)

const storeWithNotebook = async (): Promise<EventStore> => {
  const store = createMemoryStore(notebookEvents)
  await store.append({
    stream,
    expectedVersion: 0,
    events: [newEvent(notebookOpened()), newEvent(noteWritten())],
  })
  return store
}

/** A store in which somebody else is faster before each of the first appends. */
const contended = (store: EventStore, times: number): EventStore => {
  let left = times
  return {
    ...store,
    append: async (append) => {
      if (left-- > 0) {
        await store.append({ stream, expectedVersion: 'any', events: [newEvent(noteWritten('pot'))] })
      }
      return store.append(append)
    },
  }
}

describe('answers that wrote nothing', () => {
  it('are kept within a budget; beyond it nothing is kept and it is for later', async () => {
    const store = await storeWithNotebook()
    const kept: string[] = []
    const watched: EventStore = {
      ...store,
      keepOutcome: (...asked) => {
        kept.push(asked[1])
        return store.keepOutcome(...asked)
      },
    }
    let left = 1
    const send = (command: NotebookCommand) =>
      handleCommand(node(watched), notebook, {
        streamId: stream.id,
        command,
        actor,
        commandId: uuidv4(),
        spendAnswer: async () => (left-- > 0 ? { type: 'spent' } : { type: 'over', retryAfterMs: 60_000 }),
      })
    const removePot: NotebookCommand = { ...removeTea, noteId: 'pot' }
    expect((await send(removePot)).type).toBe('rejected')
    expect(await send(removePot)).toEqual({ type: 'overloaded', retryAfterMs: 60_000 })
    expect(kept).toHaveLength(1)
    expect((await send(writeTea)).type).toBe('accepted')
  })
})

describe('handling a command', () => {
  it('appends what was decided, with who, why and when, and answers where it stands', async () => {
    const store = await storeWithNotebook()
    const commandId = uuidv4()
    const handled = await handleCommand(node(store), notebook, {
      streamId: stream.id,
      command: writeTea,
      actor,
      commandId,
    })
    const [event] = await store.readStream(stream, { from: 3 })
    expect(handled).toEqual({ type: 'accepted', version: 3, position: 3, events: [event] })
    const commandType = 'WriteNote'
    expect(event?.metadata).toEqual({
      actor,
      correlationId: commandId,
      causationId: commandId,
      commandId,
      commandType,
    })
    expect(event?.occurredAt).toBe('2026-01-01T00:00:00.000Z')
  })

  it('decides again on what a faster one left', async () => {
    const store = await storeWithNotebook()
    const handled = await handleCommand(node(contended(store, 3)), notebook, {
      streamId: stream.id,
      command: writeTea,
      actor,
    })
    expect(handled).toMatchObject({ type: 'accepted', version: 6 })
    expect((await store.readStream(stream)).map((event) => event.version)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('is refused as the log has it where the notebook it remembers was closed and archived elsewhere', async () => {
    const store = await storeWithNotebook()
    const handler = node({ ...store, append: async () => ({ type: 'archived' }) })
    await handler.aggregates.load(notebook, stream.id)
    await store.append({ stream, expectedVersion: 2, events: [newEvent(notebookClosed())] })
    const handled = await handleCommand(handler, notebook, {
      streamId: stream.id,
      command: writeTea,
      actor,
    })
    expect(handled).toEqual({ type: 'rejected', rejection: { type: 'NotebookAlreadyClosed' } })
  })

  it('to what is new reads nothing; where it is there after all it is decided again on that', async () => {
    const store = await storeWithNotebook()
    const readStream = vi.fn(store.readStream)
    const send = (streamId: string, dependencies = node({ ...store, readStream })) =>
      handleCommand(dependencies, notebook, {
        streamId,
        command: { type: 'OpenNotebook', owner: 'owner-1' },
        actor,
        isNew: true,
      })
    expect(await send('notebook-2')).toMatchObject({ type: 'accepted', version: 1 })
    expect(readStream).not.toHaveBeenCalled()
    expect(await send(stream.id)).toMatchObject({ type: 'accepted', version: 2, events: [] })
    expect(readStream).toHaveBeenCalled()
  })

  it('gives up after a bounded number of conflicts', async () => {
    const store = await storeWithNotebook()
    const handled = await handleCommand(node(contended(store, 1000)), notebook, {
      streamId: stream.id,
      command: { ...writeTea, lines: 1 },
      actor,
    })
    expect(handled.type).toBe('conflict')
  })

  it('answers a conflict at once where the caller insists on a version', async () => {
    const store = await storeWithNotebook()
    const request = { streamId: stream.id, command: writeTea, actor }
    const stale = await handleCommand(node(store), notebook, { ...request, expectedVersion: 1 })
    expect(stale).toEqual({ type: 'conflict', expected: 1, actual: 2 })
    const raced = await handleCommand(node(contended(store, 1)), notebook, {
      ...request,
      expectedVersion: 2,
    })
    expect(raced).toEqual({ type: 'conflict', expected: 2, actual: 3 })
    const right = await handleCommand(node(store), notebook, { ...request, expectedVersion: 3 })
    expect(right).toMatchObject({ type: 'accepted', version: 4 })
  })

  it('answers a rejection with its data and appends nothing', async () => {
    const store = await storeWithNotebook()
    const command: NotebookCommand = { ...writeTea, lines: 10 }
    const handled = await handleCommand(node(store), notebook, {
      streamId: stream.id,
      command,
      actor,
    })
    expect(handled).toEqual({
      type: 'rejected',
      rejection: { type: 'NoteFull', max: 10, requested: 11 },
    })
    expect(await store.headPosition()).toBe(2)
  })

  it('tells nothing to whom the guard turns away, not even an answer given before', async () => {
    const store = await storeWithNotebook()
    const commandId = uuidv4()
    await handleCommand(node(store), notebook, {
      streamId: stream.id,
      command: writeTea,
      actor,
      commandId,
    })
    const handled = await handleCommand(node(store), notebook, {
      streamId: stream.id,
      command: writeTea,
      actor,
      commandId,
      guard: () => ({ type: 'NotebookNotFound' as const }),
    })
    expect(handled).toEqual({ type: 'rejected', rejection: { type: 'NotebookNotFound' } })
  })
})

describe('a command that an event caused', () => {
  const storeWithCause = async () => {
    const store = await storeWithNotebook()
    const [, cause] = await store.readStream(stream)
    if (!cause) throw new Error('There is no event')
    return { store, cause }
  }
  const request = { streamId: stream.id, command: writeTea, actor }

  it('joins its story, however often it has to be decided again', async () => {
    const { store, cause } = await storeWithCause()
    const commandId = uuidv4()
    const handled = await handleCommand(node(contended(store, 3)), notebook, {
      ...request,
      commandId,
      cause: causedBy(cause),
    })
    expect(handled).toMatchObject({
      version: 6,
      events: [
        {
          metadata: {
            actor,
            correlationId: cause.metadata.correlationId,
            causationId: cause.eventId,
            commandId,
            commandType: 'WriteNote',
          },
        },
      ],
    })
  })

  it('is the same command though it is sent again for another cause, or for none', async () => {
    const { store, cause } = await storeWithCause()
    const commandId = uuidv4()
    const send = (of?: Cause) => handleCommand(node(store), notebook, { ...request, commandId, cause: of })
    const first = await send(causedBy(cause))
    for (const other of [causedBy(cause), beginStory('another story'), undefined]) {
      expect(await send(other)).toEqual(first)
    }
    expect(await store.headVersion(stream)).toBe(3)
  })
})

describe('a handler', () => {
  it('can be wrapped: what stands around it is told each command and what it came to', async () => {
    const store = await storeWithNotebook()
    const seen: string[] = []
    const traced =
      (handle: Handle): Handle =>
      async (aggregate, request) => {
        const handled = await handle(aggregate, request)
        seen.push(`${aggregate.streamType}: ${request.command.type} ${handled.type}`)
        return handled
      }
    const handle = traced(createHandle(node(store)))
    const handled = await handle(notebook, { streamId: stream.id, command: writeTea, actor })
    await handle(notebook, { streamId: stream.id, command: { ...writeTea, lines: 10 }, actor })
    expect(handled).toMatchObject({ type: 'accepted', version: 3, events: [noteWritten()] })
    expect(seen).toEqual(['notebook: WriteNote accepted', 'notebook: WriteNote rejected'])
  })
})

describe('a stranger’s commands', () => {
  const guard = () => ({ type: 'NotebookNotFound' as const })
  const strangers = { streamId: stream.id, command: writeTea, actor, guard }
  const owners = { streamId: stream.id, command: writeTea, actor, guard: () => undefined }
  const refused = { type: 'rejected', rejection: { type: 'NotebookNotFound' } }

  it('never stand before the owner’s: they are refused while the owner’s wait, and take nobody’s place', async () => {
    const store = await storeWithNotebook()
    let open = (): void => undefined
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    const handler = node({ ...store, append: (append) => opened.then(() => store.append(append)) })
    const first = handleCommand(handler, notebook, owners)
    const foreign = Array.from({ length: 1_300 }, () => handleCommand(handler, notebook, strangers))
    const second = handleCommand(handler, notebook, owners)
    for (const told of await Promise.all(foreign)) expect(told).toEqual(refused)
    open()
    expect(await Promise.all([first, second])).toMatchObject([{ version: 3 }, { version: 4 }])
  })

  it('cost one look at the log, however many come at once', async () => {
    const store = await storeWithNotebook()
    const readStream = vi.fn(store.readStream)
    const handler = node({ ...store, readStream })
    const send = () => handleCommand(handler, notebook, strangers)
    await Promise.all(Array.from({ length: 50 }, send))
    await send()
    expect(readStream).toHaveBeenCalledOnce()
  })
})

describe('the same command id', () => {
  it('conflicts the same again, though the version has come by now', async () => {
    const store = await storeWithNotebook()
    const request = { streamId: stream.id, command: writeTea, actor, commandId: uuidv4(), expectedVersion: 3 }
    const first = await handleCommand(node(store), notebook, request)
    await handleCommand(node(store), notebook, { streamId: stream.id, command: writeTea, actor })
    expect(first).toEqual({ type: 'conflict', expected: 3, actual: 2 })
    expect(await handleCommand(node(store), notebook, request)).toEqual(first)
  })

  it('appends once and answers the same, though the notebook has moved on', async () => {
    const store = await storeWithNotebook()
    const request = { streamId: stream.id, command: writeTea, actor, commandId: uuidv4() }
    const first = await handleCommand(node(store), notebook, request)
    await handleCommand(node(store), notebook, { streamId: stream.id, command: removeTea, actor })
    expect(await handleCommand(node(store), notebook, request)).toEqual(first)
    expect(await store.headPosition()).toBe(4)
  })

  it('is refused the same again, though it would be allowed by now', async () => {
    const store = await storeWithNotebook()
    const request = { streamId: stream.id, command: { ...writeTea, lines: 10 }, actor, commandId: uuidv4() }
    const first = await handleCommand(node(store), notebook, request)
    await handleCommand(node(store), notebook, { streamId: stream.id, command: removeTea, actor })
    expect(first.type).toBe('rejected')
    expect(await handleCommand(node(store), notebook, request)).toEqual(first)
  })

  it('answers the same again where there was nothing to do', async () => {
    const store = await storeWithNotebook()
    const command: NotebookCommand = { type: 'RewriteNote', noteId: 'tea', lines: 1 }
    const request = { streamId: stream.id, command, actor, commandId: uuidv4() }
    const first = await handleCommand(node(store), notebook, request)
    expect(first).toEqual({ type: 'accepted', version: 2, position: 2, events: [] })
    await handleCommand(node(store), notebook, { streamId: stream.id, command: writeTea, actor })
    expect(await handleCommand(node(store), notebook, request)).toEqual(first)
  })

  it.each<[string, NotebookCommand]>([
    ['an event', writeTea],
    ['a refusal', { ...writeTea, lines: 10 }],
    ['nothing', { type: 'RewriteNote', noteId: 'tea', lines: 1 }],
  ])('that came to %s is refused for anything else, and stays what it was', async (_what, command) => {
    const store = await storeWithNotebook()
    const request = { streamId: stream.id, command, actor, commandId: uuidv4() }
    const first = await handleCommand(node(store), notebook, request)
    const version = await store.headVersion(stream)
    for (const other of [removeTea, { ...writeTea, lines: 9 }, { ...writeTea, noteId: 'pot' }]) {
      const reused = await handleCommand(node(store), notebook, { ...request, command: other })
      expect(reused).toEqual({ type: 'reused' })
    }
    expect(await store.headVersion(stream)).toBe(version)
    expect(await handleCommand(node(store), notebook, request)).toEqual(first)
  })

  it('is one though it is sent for another version, and looked up with another title', async () => {
    const store = await storeWithNotebook()
    const payload = { type: 'WriteNote', noteId: 'tea', lines: 1 }
    const request = { streamId: stream.id, command: writeTea, payload, actor, commandId: uuidv4() }
    const first = await handleCommand(node(store), notebook, request)
    const renamed = { ...writeTea, title: 'On green tea' }
    const again = { ...request, command: renamed, expectedVersion: 1 }
    expect(await handleCommand(node(store), notebook, again)).toEqual(first)
  })

  it('appends once, sent twice at the same time to two nodes', async () => {
    const store = await storeWithNotebook()
    const request = { streamId: stream.id, command: writeTea, actor, commandId: uuidv4() }
    const [one, two] = await Promise.all([
      handleCommand(node(store), notebook, request),
      handleCommand(node(store), notebook, request),
    ])
    expect(one).toEqual(two)
    expect(await store.headPosition()).toBe(3)
  })
})
