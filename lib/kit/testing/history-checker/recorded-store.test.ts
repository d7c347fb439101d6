import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Append } from '../../server/store/event-store'
import { createMemoryStore } from '../../server/store/memory-store'
import { newEvent, notebookOpened, noteWritten } from '../notebook/builders'
import { notebookStream } from '../notebook/notebook'
import { notebookEvents } from '../notebook/notebook-events'
import { checkHistory } from './check-history'
import { readLog, readOperations, recordStore } from './recorded-store'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hindsight-journal-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const [stream, other] = [notebookStream('one'), notebookStream('two')]

it('writes down what was asked and what was answered', async () => {
  const file = join(folder, 'journal')
  const store = recordStore(createMemoryStore(notebookEvents), file)
  const tagged = newEvent(notebookOpened(), { tags: ['owner:ann'] })
  const expectedVersion = 'none'
  await store.append({ stream, expectedVersion, events: [tagged, newEvent(noteWritten())] })
  await store.append({ stream, expectedVersion, events: [newEvent(notebookOpened())] })
  const appends = (): Append[] => [
    { stream, expectedVersion: 2, events: [newEvent(noteWritten())] },
    { stream: other, expectedVersion, events: [newEvent(notebookOpened())] },
  ]
  const condition = { queries: [{ tags: ['owner:ann'] }], after: 0 }
  await store.appendTogether({ appends: appends(), condition })
  await store.appendTogether({ appends: appends(), condition: { ...condition, after: 2 } })
  await store.appendTogether({ appends: appends() })

  const operations = readOperations(file)
  expect(operations.map(({ outcome }) => outcome)).toEqual([
    { type: 'written', heads: [{ version: 2, position: 2 }] },
    { type: 'refused', actual: [2] },
    { type: 'outdated', position: 1 },
    {
      type: 'written',
      heads: [
        { version: 3, position: 3 },
        { version: 1, position: 4 },
      ],
    },
    { type: 'refused', actual: [3, 1] },
  ])
  for (const { calledAt, answeredAt } of operations) expect(answeredAt).toBeGreaterThanOrEqual(calledAt)
  expect(checkHistory(operations, await readLog(store))).toEqual([])
})

it('knows no outcome of what failed, or was cut off', async () => {
  const file = join(folder, 'journal')
  const failing = { ...createMemoryStore(notebookEvents), append: () => Promise.reject(new Error('gone')) }
  const store = recordStore(failing, file)
  const events = [newEvent(notebookOpened())]
  await expect(store.append({ stream, expectedVersion: 0, events })).rejects.toThrow('gone')
  appendFileSync(file, '{"id":0,"at":1,"end":{"ty')
  expect(readOperations(file)).toMatchObject([
    { outcome: { type: 'unknown' }, answeredAt: Number.POSITIVE_INFINITY },
  ])
})
