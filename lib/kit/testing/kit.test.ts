import { describe, expect, it } from 'vitest'
import { accept, type Decider, reject } from '../kernel/decider'
import { handleCommand } from '../server/commands/handle'
import { createMemoryStore } from '../server/store/memory-store'
import { given } from './given'
import { handlerOver } from './handler'
import { newEvent, notebookOpened, noteWritten } from './notebook/builders'
import { notebook, notebookStream } from './notebook/notebook'
import { notebookEvents } from './notebook/notebook-events'

type Lamp = Decider<boolean, 'switchOn' | 'switchOff', 'on' | 'off', { type: 'NoBulb' }>

const lamp: Lamp = {
  initial: () => false,
  evolve: (_, event) => event === 'on',
  fold: (isOn, events) => [...events].reduce(lamp.evolve, isOn),
  decide: (command, isOn) => {
    if (command === 'switchOn') return isOn ? accept() : accept('on')
    return isOn ? accept('off') : reject({ type: 'NoBulb' })
  },
}

describe('given, when, then', () => {
  it('takes any decider', () => {
    given(lamp).when('switchOn').then('on')
    given(lamp, 'on').when('switchOff').then('off')
    given(lamp, 'on').when('switchOn').thenNothing()
    given(lamp, 'on', 'off').when('switchOff').thenRejected({ type: 'NoBulb' })
  })

  it('fails where the outcome is another one', () => {
    expect(() => given(lamp).when('switchOn').then('off')).toThrow()
    expect(() => given(lamp).when('switchOn').then('on', 'on')).toThrow()
    expect(() => given(lamp).when('switchOn').thenNothing()).toThrow()
    expect(() => given(lamp).when('switchOn').thenRejected({ type: 'NoBulb' })).toThrow()
    expect(() => given(lamp).when('switchOff').then('off')).toThrow()
    expect(() => given(lamp).when('switchOff').thenNothing()).toThrow()
  })
})

it('a handler over the store in memory answers as an application does, at times that are known', async () => {
  const store = createMemoryStore(notebookEvents)
  const stream = notebookStream('notebook-1')
  await store.append({ stream, expectedVersion: 'none', events: [newEvent(notebookOpened())] })

  const handled = await handleCommand(handlerOver(store, notebookEvents), notebook, {
    streamId: 'notebook-1',
    command: { type: 'WriteNote', noteId: 'tea', lines: 2, title: 'On tea' },
    actor: { kind: 'guest', id: 'guest-1' },
  })

  expect(handled).toMatchObject({ type: 'accepted', version: 2, events: [noteWritten('tea', 2)] })
  const events = await store.readStream(stream)
  expect(events.map(({ occurredAt }) => occurredAt)).toEqual([
    '2026-01-02T03:04:05.678Z',
    '2026-01-01T00:00:00.000Z',
  ])
  expect(notebook.fold(notebook.initial('notebook-1'), events as Iterable<never>).notes).toHaveLength(1)
})
