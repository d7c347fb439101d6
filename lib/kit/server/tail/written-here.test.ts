import { expect, it } from 'vitest'
import { newEvent, noteWritten } from '../../testing/notebook/builders'
import { notebookStream } from '../../testing/notebook/notebook'
import { notebookEvents } from '../../testing/notebook/notebook-events'
import { createMemoryStore } from '../store/memory-store'
import { withWrittenHere } from './written-here'

const appendOf = (notebookId: string, count = 1, schemaVersion = 1) => ({
  stream: notebookStream(notebookId),
  expectedVersion: 'any' as const,
  events: Array.from({ length: count }, () => newEvent(noteWritten(), { schemaVersion })),
})

it('knows what was written through it, as the log has it, up to where others wrote', async () => {
  const store = createMemoryStore(notebookEvents)
  const { writtenHere, ...here } = withWrittenHere(store, notebookEvents)
  await here.append(appendOf('a', 2))
  await here.appendTogether({ appends: [appendOf('b'), appendOf('c', 2)] })
  await store.append(appendOf('a'))
  await here.append(appendOf('a'))
  const log = await store.readAll({ limit: 100 })
  expect(writtenHere.after(0)).toEqual(log.slice(0, 5))
  expect(writtenHere.after(3)).toEqual(log.slice(3, 5))
  expect(writtenHere.after(5)).toEqual([])
  expect(writtenHere.after(6)).toEqual(log.slice(6))
})

it('says nothing of what was refused or written before, nor of what can not be read here', async () => {
  const { writtenHere, ...here } = withWrittenHere(createMemoryStore(notebookEvents), notebookEvents)
  const once = { ...appendOf('a'), commandId: '0198c0de-0000-7000-8000-000000000001' }
  await here.append(once)
  await here.append(once)
  await here.append({ ...appendOf('a'), expectedVersion: 7 })
  await here.append(appendOf('a', 1, 99))
  expect(writtenHere.after(0).map(({ position }) => position)).toEqual([1])
})

it('forgets the oldest', async () => {
  const { writtenHere, ...here } = withWrittenHere(createMemoryStore(notebookEvents), notebookEvents)
  for (let nth = 0; nth < 5; nth++) await here.append(appendOf('a', 40))
  expect(writtenHere.after(0)).toEqual([])
  expect(writtenHere.after(190)).toHaveLength(10)
})
